import { Box } from "@shopify/polaris";
import type { ReactNode } from "react";

interface RoomForTabsProps {
  readonly names: readonly string[];
  readonly children: ReactNode;
}

/**
 * Polaris draws tabs only once it has measured them. Until then, and below them, others that nobody sees or reads keep
 * their room, so that the page does not move when they come.
 */
export function RoomForTabs({ names, children }: RoomForTabsProps) {
  return (
    <div className="regulars-tabs">
      <div className="regulars-tabs__room" aria-hidden="true">
        <Box padding={{ md: "200" }}>
          <div className="Polaris-Tabs__Wrapper">
            <div className="Polaris-Tabs__ButtonWrapper">
              <div className="Polaris-Tabs">
                {names.map((name) => (
                  <div key={name} className="Polaris-Tabs__TabContainer">
                    <span className="Polaris-Tabs__Tab" data-name={name} />
                  </div>
                ))}
              </div>
            </div>
          </div>
        </Box>
      </div>
      <div>{children}</div>
    </div>
  );
}
