import type { Drawing } from './drawing.ts'

/** Bowls, plates, mugs, enamel and kitchen tools. `$a1` is the first tone of the look's material a. */
export const TABLE: Readonly<Record<string, Drawing>> = {
  bowl: {
    foot: [100, 168, 44],
    span: [124, 90],
    art: `<path d="M38 92h124c-1 40-22 66-44 74H82c-22-8-43-34-44-74z" fill="#fdfdf8"/><path d="M140 92h22c-1 40-22 66-44 74h-12c22-16 34-42 34-74z" fill="#dfe5dc"/><path d="M80 162h40l4 8H76z" fill="#e9ede4"/><ellipse cx="100" cy="92" rx="62" ry="12" fill="#fff"/><ellipse cx="100" cy="93" rx="56" ry="9" fill="#dde6df"/><path d="M72 143c8-3 30-3 44 0" stroke="#3f8a4a" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M82 140c0-16 6-22 16-22 4-8 8-12 14-12 5 0 7 4 7 9l5 3-5 2c-1 14-8 22-20 22z" fill="$a2"/><path d="M83 138c-12-4-16-18-10-30 2 8 6 10 12 12 4 6 4 12-2 18z" fill="#1f3330"/><path d="M110 106c-1-6 2-9 4-7 1-4 5-4 5 0 3-1 4 3 2 7z" fill="$b2"/><circle cx="115" cy="111" r="1.6" fill="#201a10"/><path d="M98 142v6m8-6v6" stroke="#c98a1e" stroke-width="3"/><circle cx="62" cy="122" r="8" fill="#df5f86"/><circle cx="62" cy="122" r="3.4" fill="#f6b9ca"/><path d="M56 131c-5 3-6 7-5 11 5-1 8-5 8-10z" fill="#3f8a4a"/>`,
  },
  plate: {
    foot: [100, 168, 46],
    span: [133, 138],
    art: `<path d="M78 150h52l10 18H68z" fill="#8a5a2b"/><path d="M112 150h18l10 18h-20z" fill="#6a421d"/><circle cx="100" cy="96" r="66" fill="$a2"/><path d="M132 38a66 66 0 0 1-32 124c-8 0-15-1-22-4 46-8 76-60 54-120z" fill="$a3"/><circle cx="100" cy="96" r="58" fill="$b1"/><path d="M128 45a58 58 0 0 1-28 109 58 58 0 0 1-18-3c38-8 64-54 46-106z" fill="$b3" opacity=".55"/><circle cx="100" cy="96" r="38" fill="$b1"/><circle cx="100" cy="96" r="38" fill="none" stroke="$b3" stroke-width="2"/><circle cx="100" cy="96" r="48" fill="none" stroke="$a2" stroke-width="2.5"/><g fill="$a2"><path d="M100 104c-7-6-7-15 0-21 7 6 7 15 0 21z"/><path d="M97 105c-9 1-15-5-15-13 9-1 15 5 15 13z" opacity=".8"/><path d="M103 105c9 1 15-5 15-13-9-1-15 5-15 13z" opacity=".8"/></g><path d="M100 104v9" stroke="$a3" stroke-width="2.4" stroke-linecap="round"/><path d="M62 164l14-16M138 164l-14-16" stroke="#a97437" stroke-width="6" stroke-linecap="round"/>`,
  },
  mug: {
    foot: [96, 168, 46],
    span: [114, 112],
    art: `<path d="M130 86c34-6 40 56-2 56" fill="none" stroke="$a3" stroke-width="13"/><path d="M130 84c30-4 36 52-2 54" fill="none" stroke="$a2" stroke-width="9"/><path d="M50 66h92l-5 92a12 12 0 0 1-12 10H67a12 12 0 0 1-12-10z" fill="$b2"/><path d="M120 66h22l-5 92a12 12 0 0 1-12 10h-14c8-24 12-60 9-102z" fill="$b3"/><path d="M50 66h92l-3 58c-7 8-13-6-20 0s-12 12-20 2-12 8-20 4-12-10-16-4-8 4-10 0z" fill="$a2"/><path d="M120 66h22l-3 58c-7 8-13-6-20 0 2-20 3-38 1-58z" fill="$a3"/><ellipse cx="96" cy="66" rx="46" ry="10" fill="$a1"/><ellipse cx="96" cy="67" rx="39" ry="7" fill="#3a241a"/><path d="M62 80c-1 14 0 26 2 38" stroke="#fff" stroke-width="5" fill="none" stroke-linecap="round" opacity=".5"/>`,
  },
  tiffin: {
    foot: [100, 172, 46],
    span: [94, 145],
    art: `<path d="M56 74V44a10 10 0 0 1 10-10h68a10 10 0 0 1 10 10v126" fill="none" stroke="#98a29c" stroke-width="6"/><path d="M56 60v110" stroke="#98a29c" stroke-width="6"/><rect x="86" y="26" width="28" height="14" rx="7" fill="#2f2420"/><path d="M66 62c2-12 66-12 68 0v6H66z" fill="#eaf1ee"/><circle cx="100" cy="50" r="5" fill="#c8371b"/><g><rect x="62" y="68" width="76" height="32" rx="5" fill="$a2"/><rect x="62" y="103" width="76" height="32" rx="5" fill="#f6f3e6"/><rect x="62" y="138" width="76" height="33" rx="5" fill="$a2"/><path d="M120 68h13a5 5 0 0 1 5 5v22a5 5 0 0 1-5 5h-13zM120 138h13a5 5 0 0 1 5 5v23a5 5 0 0 1-5 5h-13z" fill="$a3"/><path d="M120 103h13a5 5 0 0 1 5 5v22a5 5 0 0 1-5 5h-13z" fill="#d9d4c0"/></g><g fill="#df5f86"><circle cx="92" cy="119" r="7"/><circle cx="110" cy="119" r="4.5"/></g><circle cx="92" cy="119" r="2.6" fill="#ffd57a"/><path d="M76 122c3-6 8-6 10-3-2 5-6 6-10 3z" fill="#3f8a4a"/><path d="M68 74v20M68 144v20" stroke="$a1" stroke-width="3" stroke-linecap="round"/>`,
  },
  kettle: {
    foot: [100, 170, 54],
    span: [139, 137],
    art: `<path d="M64 70c-2-44 74-44 72 0" fill="none" stroke="#2f2420" stroke-width="8" stroke-linecap="round"/><path d="M146 98l26-14c5-2 8 4 4 7l-22 30z" fill="$a3"/><path d="M48 84c12-24 92-24 104 0 14 32 8 66-4 82a8 8 0 0 1-6 4H58a8 8 0 0 1-6-4c-12-16-18-50-4-82z" fill="$a2"/><path d="M132 72c10 3 17 7 20 12 14 32 8 66-4 82a8 8 0 0 1-6 4h-22c18-30 22-68 12-98z" fill="$a3"/><path d="M70 72c14-8 46-8 60 0l-4 6H74z" fill="$a1"/><circle cx="100" cy="64" r="6" fill="#2f2420"/><path d="M58 98c-4 18-4 36 2 54" stroke="$a1" stroke-width="6" fill="none" stroke-linecap="round"/><circle cx="96" cy="122" r="10" fill="$b2"/><circle cx="96" cy="122" r="4" fill="#ffdf98"/><path d="M80 134c4-8 10-8 13-3-3 6-9 7-13 3zM112 134c-4-8-10-8-13-3 3 6 9 7 13 3z" fill="#8fc07a"/>`,
  },
  mortar: {
    foot: [96, 170, 58],
    span: [135, 147],
    art: `<path d="M112 34l22-10c5-2 9 6 5 10l-34 66-18-6z" fill="$a2"/><path d="M134 24c5-2 9 6 5 10l-34 66-8-3z" fill="$a3"/><path d="M38 88h116c2 34-14 54-30 62v14a6 6 0 0 1-6 6H74a6 6 0 0 1-6-6v-14c-16-8-32-28-30-62z" fill="$a2"/><path d="M132 88h22c2 34-14 54-30 62v14a6 6 0 0 1-6 6h-14c20-18 30-46 28-82z" fill="$a3"/><ellipse cx="96" cy="88" rx="58" ry="14" fill="$a1"/><ellipse cx="96" cy="90" rx="46" ry="9" fill="$a4"/><path d="M107 74l-8 18" stroke="$a3" stroke-width="17" stroke-linecap="round"/><g fill="$a1"><circle cx="58" cy="116" r="2"/><circle cx="76" cy="132" r="2.4"/><circle cx="90" cy="114" r="1.8"/><circle cx="70" cy="108" r="1.5"/><circle cx="104" cy="138" r="2"/></g><path d="M164 166c-8-8-4-20 2-26 3 8 6 18-2 26z" fill="#cf2f1e"/><path d="M166 140c0-4 2-7 5-8" stroke="#3f8a4a" stroke-width="3" fill="none" stroke-linecap="round"/>`,
  },
  knife: {
    foot: [100, 166, 66],
    span: [165, 116],
    art: `<path d="M28 132h144l10 30a6 6 0 0 1-6 8H24a6 6 0 0 1-6-8z" fill="#dcb67c"/><path d="M18 160h164l-2 7a6 6 0 0 1-5 3H25a6 6 0 0 1-5-3z" fill="#b98c4e"/><path d="M40 140h60M52 150h96M112 140h40" stroke="#c79d60" stroke-width="2.4" stroke-linecap="round"/><g transform="rotate(-24 100 104)"><path d="M18 92c36-14 74-16 104-14v44H44c-14-4-22-14-26-30z" fill="#e9efed"/><path d="M24 106c30 8 64 8 98 6v10H44c-10-3-16-9-20-16z" fill="#b3beba"/><path d="M34 92c26-7 52-9 80-8" stroke="#fff" stroke-width="4" fill="none" stroke-linecap="round"/><rect x="120" y="80" width="9" height="40" rx="2" fill="#c58a17"/><path d="M129 84h44c12 0 16 8 16 15s-5 16-16 16h-44z" fill="$a2"/><path d="M129 104h58c-3 7-8 11-14 11h-44z" fill="$a3"/><path d="M136 90h34" stroke="$a1" stroke-width="4" stroke-linecap="round"/><g fill="#e5bd62"><circle cx="142" cy="99" r="3.4"/><circle cx="166" cy="99" r="3.4"/></g></g>`,
  },
  utensils: {
    foot: [100, 170, 40],
    span: [101, 154],
    art: `<g stroke-linecap="round"><path d="M84 112L66 52" stroke="$a2" stroke-width="8"/><path d="M98 112V46" stroke="$a3" stroke-width="8"/><path d="M114 112l18-56" stroke="$a2" stroke-width="8"/></g><ellipse cx="61" cy="40" rx="14" ry="20" transform="rotate(-17 61 40)" fill="$a2"/><ellipse cx="59" cy="39" rx="8" ry="13" transform="rotate(-17 59 39)" fill="$a3"/><path d="M84 16h28l-3 40a8 8 0 0 1-8 6h-6a8 8 0 0 1-8-6z" fill="$a3"/><path d="M91 24v26M98 24v28M105 24v26" stroke="$a4" stroke-width="3" stroke-linecap="round"/><path d="M126 18c14 0 24 10 20 26-3 10-12 16-20 14-6-14-6-28 0-40z" fill="$a1"/><path d="M138 24c7 6 10 14 7 22-3 9-11 13-18 12 8-8 12-20 11-34z" fill="$a2"/><path d="M62 92h76l-6 72a6 6 0 0 1-6 6H74a6 6 0 0 1-6-6z" fill="$b2"/><path d="M118 92h20l-6 72a6 6 0 0 1-6 6h-14c6-24 8-50 6-78z" fill="$b3"/><ellipse cx="100" cy="92" rx="38" ry="8" fill="$b1"/><path d="M84 96l2-8M98 96v-8M114 96l-1-8" stroke="$a3" stroke-width="8"/><path d="M72 106l4 50" stroke="$b1" stroke-width="5" stroke-linecap="round" opacity=".7"/>`,
  },
  'sticky-rice-basket': {
    foot: [100, 172, 44],
    span: [107, 155],
    art: `<path d="M54 84c-18-40 10-62 46-62s64 22 46 62" fill="none" stroke="$b3" stroke-width="3.5"/><path d="M66 160l14 12M134 160l-14 12M80 160l-18 12M120 160l18 12" stroke="#6a421d" stroke-width="6" stroke-linecap="round"/><path d="M54 96h92l-6 62c-1 5-5 6-9 6H69c-4 0-8-1-9-6z" fill="$a2"/><path d="M128 96h18l-6 62c-1 5-5 6-9 6h-14c7-20 11-44 11-68z" fill="$a3"/><path d="M48 74c0-26 24-40 52-40s52 14 52 40v22H48z" fill="$a1"/><path d="M130 44c14 6 22 16 22 30v22h-22c4-18 4-36 0-52z" fill="$a3"/><g stroke="$a4" stroke-width="1.8" opacity=".55" fill="none"><path d="M58 54l32 40M78 42l42 52M104 36l38 48M126 44l24 30M142 54l-32 40M122 40L80 94M96 36L58 84M74 44L50 74M62 104l40 58M84 98l44 62M108 98l28 40M138 104l-40 58M116 98L74 160M92 98l-30 42"/></g><path d="M48 82h104v14H48z" fill="$b2"/><path d="M130 82h22v14h-22z" fill="$b3"/><path d="M58 136h86l-1 10H59z" fill="$b2" opacity=".9"/>`,
  },
  jar: {
    foot: [100, 172, 44],
    span: [132, 143],
    art: `<path d="M74 42h52l4 14c32 14 44 50 30 84-6 16-16 26-24 32H64c-8-6-18-16-24-32-14-34-2-70 30-84z" fill="$a2"/><path d="M126 42l4 14c32 14 44 50 30 84-6 16-16 26-24 32h-28c36-26 42-92 10-130z" fill="$a3"/><path d="M64 32h72a5 5 0 0 1 5 5v5a5 5 0 0 1-5 5H64a5 5 0 0 1-5-5v-5a5 5 0 0 1 5-5z" fill="$a3"/><ellipse cx="100" cy="35" rx="34" ry="6" fill="$a4"/><path d="M37 92h126M38 142h123" stroke="$b2" stroke-width="3"/><path d="M60 74h80" stroke="$b2" stroke-width="2"/><path d="M52 124c4-18 20-22 28-10s18 14 26 2 22-14 30 0c4 8 2 16-6 18" fill="none" stroke="$b2" stroke-width="8" stroke-linecap="round"/><path d="M52 124c4-18 20-22 28-10s18 14 26 2 22-14 30 0" fill="none" stroke="$b1" stroke-width="2.4" stroke-linecap="round" stroke-dasharray="3 5"/><path d="M40 120c2-8 10-12 18-8l6 8-6 8c-6 4-16 2-18-8z" fill="$b2"/><path d="M46 110l-4-8M54 109v-8" stroke="$b2" stroke-width="3" stroke-linecap="round"/><circle cx="50" cy="118" r="2" fill="$a4"/><path d="M72 130l-4 7M94 124l-2 8M112 124l2 8" stroke="$b2" stroke-width="3.4" stroke-linecap="round"/><path d="M54 66c-8 8-12 18-12 26" stroke="$a1" stroke-width="5" fill="none" stroke-linecap="round" opacity=".8"/>`,
  },
}
