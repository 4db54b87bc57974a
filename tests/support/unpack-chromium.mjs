import chromium from "@sparticuz/chromium";

// Unpacks into TMPDIR: the package knows no other way to be told where.
await chromium.executablePath();
