/** The pages' HTML. */

/**
 * A script tag, and the files that are fetched with it, as `npm run build` prints them.
 * @param {string} entry
 * @param {readonly string[]} early
 */
export function headWith(entry, early) {
  const links = early.map((path) => `<link rel="modulepreload" href="${path}" />`);
  return [`<script type="module" src="${entry}"></script>`, ...links].join('\n    ');
}

/**
 * @param {string} head
 * @param {string} css
 * @param {string} body
 */
export function html(head, css, body) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Client</title>
    <link rel="icon" href="data:," />
    ${head}
    <style>${css}</style>
  </head>
  <body>
    ${body}
  </body>
</html>
`;
}
