import {
  AdminAction,
  Badge,
  Box,
  Heading,
  Nothing,
  PageBox,
  Paragraph,
  ScrollBox,
  Section,
  Stack,
  Summary,
  Text,
  Waiting,
} from "./boxes.ts";
import { Banner, Button, Details, Progress } from "./controls.ts";
import { NumberField, TextField } from "./fields.ts";

/**
 * A stand-in for Shopify's web components, close to their look: Shopify serves its own, so nothing of
 * this is ever shipped. It is there to see the surfaces, and to let axe read them.
 */
const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  "s-admin-action": AdminAction,
  "s-admin-block": class extends Section {},
  "s-badge": Badge,
  "s-banner": Banner,
  "s-box": Box,
  "s-button": Button,
  "s-clipboard-item": Nothing,
  "s-details": Details,
  "s-heading": Heading,
  "s-number-field": NumberField,
  "s-page": PageBox,
  "s-paragraph": Paragraph,
  "s-pos-block": class extends Section {},
  "s-progress": Progress,
  "s-scroll-box": ScrollBox,
  "s-section": class extends Section {},
  "s-skeleton-paragraph": class extends Waiting {},
  "s-spinner": Waiting,
  "s-stack": Stack,
  "s-summary": Summary,
  "s-text": Text,
  "s-text-field": TextField,
};

for (const [name, element] of Object.entries(ELEMENTS)) customElements.define(name, element);
