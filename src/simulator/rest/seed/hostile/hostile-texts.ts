/**
 * Hostile texts. Code that interprets one as HTML makes an element with the attribute `canary`, sets the
 * global `canarySang`, or requests an address of the canary (`canary-endpoint.ts`).
 */

export const CANARY = '/simulator/canary/sing';

const SONG = 'globalThis.canarySang=true';

/** Addresses that no link may have, for fields with addresses. */
export const HOSTILE_ADDRESSES: readonly string[] = [
  `javascript:${SONG}`,
  `JaVaScRiPt:${SONG}//https://looks.example`,
  `java\nscript:${SONG}`,
  `\u0001javascript:${SONG}`,
  ` \tjavascript://looks.example/%0A${SONG}`,
  `data:text/html,<script canary>${SONG}</script>`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${SONG}"/>`,
  `vbscript:msgbox("${SONG}")`,
  'blob:https://looks.example/0a1b',
  'file:///etc/passwd',
  `view-source:javascript:${SONG}`,
  'https://looks.example/"onmouseover="globalThis.canarySang=true"x="',
  'https://looks.example@evil.example/?q=</a><script canary>',
  'https://evil.example/?auth=0123456789abcdef',
];

/** Values of `style` that would load a resource or cover other elements. */
export const HOSTILE_COLORS: readonly string[] = [
  `red;background:url(${CANARY}?color)`,
  `#fff;position:fixed;inset:0`,
  `url(${CANARY}?image)`,
  `</style><img canary src="${CANARY}?style">`,
  `var(--x,url(${CANARY}?variable))`,
];

export const HOSTILE_TEXTS: readonly string[] = [
  // Elements.
  `<script canary>${SONG}</script>`,
  `<img canary src="${CANARY}?img" onerror="${SONG}">`,
  `"><img canary src="${CANARY}?attribute">`,
  `'><svg canary onload=${SONG}>`,
  `<svg canary><script>${SONG}</script></svg>`,
  `<iframe canary srcdoc="<script>parent.canarySang=true</script>"></iframe>`,
  `<iframe canary src="javascript:parent.canarySang=true"></iframe>`,
  `<a canary href="javascript:${SONG}">Click here</a>`,
  `<body canary onload=${SONG}>`,
  `<details canary open ontoggle=${SONG}>`,
  `<input canary autofocus onfocus=${SONG}>`,
  `<video canary><source onerror="${SONG}"></video>`,
  `<math canary><mtext><table><mglyph><style><!--</style><img src="${CANARY}?math">`,
  `<object canary data="data:text/html,<script>${SONG}</script>"></object>`,
  `<embed canary src="${CANARY}?embed">`,
  `<link canary rel="stylesheet" href="${CANARY}?link">`,
  `<base canary href="https://evil.example/">`,
  `<meta canary http-equiv="refresh" content="0;url=${CANARY}?meta">`,
  `<form canary action="${CANARY}?form"><button autofocus>Sign in</button></form>`,
  `<template canary shadowrootmode="open"><img src="${CANARY}?shadow"></template>`,
  `<call-card-context canary></call-card-context><crm-entity-panel canary></crm-entity-panel>`,
  // Ends of the contexts in which a text may stand.
  `</style><script canary>${SONG}</script>`,
  `</title></textarea></noscript></script><img canary src="${CANARY}?end">`,
  `--><img canary src="${CANARY}?comment">`,
  `]]><img canary src="${CANARY}?cdata">`,
  `" onmouseover="${SONG}" canary="`,
  `' onfocus='${SONG}' canary='`,
  `@import url(${CANARY}?import);*{background:url(${CANARY}?css)}`,
  // Templates.
  `\${${SONG}}`,
  `{{constructor.constructor("${SONG}")()}}`,
  '<!--?lit$000000000$--><?lit$1$>',
  '{{0}} {number} {id} %s $& $1 \\u003cscript canary\\u003e',
  // BBCode.
  `[URL=javascript:${SONG}]Our website[/URL]`,
  `[URL="x" onclick="${SONG}" canary]Our website[/URL]`,
  `[IMG]${CANARY}?bbcode[/IMG]`,
  `[B][URL=data:text/html,<script canary>]bold[/B][/URL][LIST][*][*]`,
  `[USER=6" onclick="${SONG}]Jonas[/USER]`,
  // Entities.
  `&lt;img canary src="${CANARY}?entity" onerror="${SONG}"&gt;`,
  `&#60;script canary&#62;${SONG}&#60;/script&#62;`,
  `&amp;lt;b canary&amp;gt; &nbsp;&copy &#0; &#x110000;`,
  // Characters that reorder, hide or overflow.
  '\u202Egnp.exe\u202C invoice',
  '\u2067\u202E\u2066never closed',
  'nul\u0000l, bell\u0007, delete\u007F, mark\uFEFF, half \uD83D of a face',
  'Donaudampfschifffahrtsgesellschaft'.repeat(40),
  'Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A algo'.repeat(8),
  '\uFDFA'.repeat(60),
  // Names with a meaning in programs.
  '__proto__',
  'constructor',
  'toString',
];
