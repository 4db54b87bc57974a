import { Badge, type BadgeProps } from "@shopify/polaris";

interface QuietBadgeProps {
  readonly tone: NonNullable<BadgeProps["tone"]> | null;
  readonly children: string;
}

/**
 * A badge whose word says it all: Polaris would have screen readers say the name of its colour first
 * ("Read-only Used").
 */
export function QuietBadge({ tone, children }: QuietBadgeProps) {
  return (
    <Badge {...(tone === null ? {} : { tone })} toneAndProgressLabelOverride=" ">
      {children}
    </Badge>
  );
}
