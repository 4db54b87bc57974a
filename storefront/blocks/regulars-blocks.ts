import "./regulars-estimate.ts";
import "./regulars-own.ts";
