// The page of the preview panel. Everything that it shows comes by messages; the page itself holds no text of a user.

export interface PageParts {
  readonly script: string;
  readonly style: string;
  readonly nonce: string;
  /** What the editor calls its own resources in a policy. */
  readonly source: string;
  readonly language: string;
}

/** Scripts run with the nonce alone, styles from the extension's file alone, and nothing is fetched. */
export function pageOf({ script, style, nonce, source, language }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(style)}">
<title>Kindling</title>
</head>
<body>
<main id="root" aria-busy="true"></main>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>`;
}

/** 128 bits that no page can guess. */
export function makeNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
