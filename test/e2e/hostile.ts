/**
 * What people write where their words are shown to others. Each calls `__xss` if anything of it runs;
 * none is longer than the shortest field, so that each goes everywhere whole.
 */
export const HOSTILE: readonly string[] = [
  "<script>__xss('script')</script>",
  "</script><script>__xss('closed script')</script>",
  '"><img src=x onerror=__xss(`attribute`)>',
  "'><svg onload=__xss(`svg`)>",
  "<svg><script>__xss('svg script')</script></svg>",
  "<!--><script>__xss('comment')</script>-->",
  "<!--<script>__xss('double escaped')",
  "javascript:__xss('address')",
  "java\u00adscript:__xss('soft')",
  "data:text/html,<script>parent.__xss('data')</script>",
  "{{constructor.constructor('__xss(1)')()}}",
  "\u0024{__xss('template')}`+__xss('tick')+`",
  "\u2028__xss('line')\u2029//",
  "\\u003c/script>\\u003cscript>__xss('escape')",
  '"});__xss(`json`);({"a":"',
  "\\\");__xss('backslash');//",
  ']]></title></style></textarea><img src onerror=__xss(`raw`)>',
  "\ufeff<a href=javascript:__xss('bom') autofocus onfocus=__xss(`bom`)>",
  '\u202e<body onload=__xss(`rtl`)>\u2066',
  '<iframe srcdoc="<script>parent.__xss(1)</script>">',
  '<meta http-equiv=refresh content="0;javascript:__xss(\'meta\')">',
  '<base href=//evil.example/><link rel=import href=/x>',
  '<form action=javascript:__xss(`form`)><button autofocus>',
  '<math><mtext></table><mglyph><style><img src onerror=__xss(`m`)>',
  '&lt;img src=x onerror=__xss(`entity`)&gt;',
  '<template shadowrootmode=open><script>__xss(`shadow`)</script>',
  '<details open ontoggle=__xss(`toggle`)>',
  '<input autofocus onfocus=__xss(`focus`) style=animation-name:x>',
]

/** All of them in one text, beginning with the `nth`: what swallows the rest stands first once. */
export const allFrom = (nth: number): string =>
  HOSTILE.map((_, n) => HOSTILE[(n + nth) % HOSTILE.length]).join('\n')
