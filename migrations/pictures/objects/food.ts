import type { Drawing } from './drawing.ts'

const SHEEN = 'stroke="#fff" fill="none" stroke-linecap="round"'

const SHRIMP =
  '<g fill="none" stroke="$a2" stroke-width="8" stroke-linecap="round"><path d="M76 112c2-12 18-14 22-4M104 106c6-10 20-6 20 6M78 134c4-10 18-10 20 0M106 132c4-10 18-8 20 2"/></g><g fill="none" stroke="$a3" stroke-width="2" stroke-linecap="round"><path d="M74 114l-5 5M98 109l5 5M124 113l5 5M98 135l4 4M126 135l4 3M84 104l1 6M92 104l-1 6M112 102l1 6M118 105l-2 5M86 128l1 5M114 127l1 5"/></g>'

const SQUID =
  '<g fill="$a2"><path d="M70 128c6-22 18-34 30-38 4 14 0 30-10 44z"/><path d="M96 138c2-22 12-36 26-42 6 14 4 30-4 44z"/></g><path d="M74 124c6-14 14-24 24-30M100 134c4-14 10-26 20-34" stroke="$a1" stroke-width="3" fill="none" stroke-linecap="round"/><g stroke="$a3" stroke-width="3" fill="none" stroke-linecap="round"><path d="M74 130c-2 4-2 8 0 12M80 132c-1 4 0 8 1 12M87 133c1 4 2 6 4 10M100 139l-2 6M107 140v6M114 140l2 6"/></g><path d="M96 92c5-4 9-4 12-2-4 4-8 5-10 6zM118 98c5-3 9-2 11 1-4 2-8 2-10 3z" fill="$a3"/>'

const FISH =
  '<g fill="$a2"><path d="M70 98c10-10 26-10 36 0l8-6v14l-8-4c-10 8-26 8-36-4z"/><path d="M82 118c10-10 26-10 36 0l8-6v14l-8-4c-10 8-26 8-36-4z"/><path d="M70 136c10-9 26-9 36 0l8-6v14l-8-4c-10 8-26 8-36-4z"/></g><g stroke="$a1" stroke-width="2.6" fill="none" stroke-linecap="round"><path d="M76 96c7-4 15-4 22 0M88 116c7-4 15-4 22 0M76 134c7-4 15-4 22 0"/></g><g fill="$a4"><circle cx="76" cy="100" r="1.8"/><circle cx="88" cy="120" r="1.8"/><circle cx="76" cy="138" r="1.8"/></g>'

/** The window pouch of dried seafood, with what lies in it. */
const pouch = (goods: string): Drawing => ({
  foot: [100, 170, 52],
  span: [100, 136],
  art: `<path d="M56 34h88l6 130a6 6 0 0 1-6 6H56a6 6 0 0 1-6-6z" fill="$c2"/><path d="M126 34h18l6 130a6 6 0 0 1-6 6h-24c8-40 10-90 6-136z" fill="$c3"/><path d="M55 48h90" stroke="$c1" stroke-width="3" stroke-dasharray="5 4"/><path d="M56 34h88l1 8H55z" fill="$c4"/><circle cx="100" cy="56" r="5" fill="$c4"/><path d="M64 72a10 10 0 0 1 10-10h52a10 10 0 0 1 10 10v64a10 10 0 0 1-10 10H74a10 10 0 0 1-10-10z" fill="$b1"/><path d="M66 96c20-10 46-8 68-2v42a8 8 0 0 1-8 8H74a8 8 0 0 1-8-8z" fill="$a1" opacity=".55"/>${goods}<path d="M70 74c0-3 2-5 5-5h30" ${SHEEN} stroke-width="4" opacity=".8"/><rect x="78" y="152" width="44" height="8" rx="4" fill="#ffdc8a"/>`,
})

/** What one eats and drinks. */
export const FOOD: Readonly<Record<string, Drawing>> = {
  mango: {
    foot: [100, 164, 64],
    span: [124, 121],
    art: `<path d="M44 132c-6-34 22-62 56-56 30 5 40 34 26 58-16 28-74 32-82-2z" fill="$a2"/><path d="M118 82c18 10 20 34 8 52-12 20-44 28-66 18 42 0 66-32 58-70z" fill="$a3"/><path d="M92 140c-2-30 26-50 52-40 24 9 28 34 12 50-18 18-60 18-64-10z" fill="$a1"/><path d="M150 102c20 10 22 32 6 48-10 10-28 15-43 12 34-6 48-32 37-60z" fill="$a3" opacity=".8"/><path d="M62 104c6-10 16-16 26-16" ${SHEEN} stroke-width="6" opacity=".45"/><path d="M108 126c4-8 12-13 20-14" ${SHEEN} stroke-width="6" opacity=".6"/><path d="M98 78c4-14 12-20 18-22" stroke="#6a4a22" stroke-width="5" fill="none" stroke-linecap="round"/><path d="M112 58c16-20 40-18 54-8-14 16-38 20-54 8z" fill="#2f7d45"/><path d="M112 58c18-4 36-6 54-8-14 16-38 20-54 8z" fill="#226236"/>`,
  },
  durian: {
    foot: [100, 168, 60],
    span: [133, 151],
    art: `<path d="M96 44c0-12 2-20 8-26" stroke="#6a4a22" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M98 40l10-2 4 10 12-6 2 12 13-2-1 13 13 2-5 12 12 6-8 10 9 9-11 8 6 11-12 5 2 12-13 1-2 12-12-3-6 11-11-6-9 9-9-8-11 7-6-11-12 3-3-12-12-2 3-12-12-5 7-11-10-8 9-10-7-10 12-6-4-12 13-2 0-12 13 2 4-11 11 6z" fill="$a2"/><path d="M124 54l2-2 13 2-1 13 13 2-5 12 12 6-8 10 9 9-11 8 6 11-12 5 2 12-13 1-2 12-12-3-6 11-11-6c34-20 44-70 24-103z" fill="$a3"/><g fill="$a4" opacity=".75"><path d="M70 62l7 12-14 0zM96 56l7 12-14 0zM58 84l7 12-14 0zM82 80l7 12-14 0zM66 108l7 12-14 0zM50 126l6 11-12 0zM74 134l7 12-14 0z"/></g><g fill="$a1"><path d="M68 60l4 12-8 0zM94 54l4 12-8 0zM56 82l4 12-8 0zM80 78l4 12-8 0zM64 106l4 12-8 0zM72 132l4 12-8 0z"/></g><path d="M100 78c22-6 44 12 46 40 1 26-14 44-30 46-18-2-30-24-29-48 0-18 5-34 13-38z" fill="#f3ead0"/><path d="M102 88c16-3 32 12 34 34 1 20-9 33-20 35-13-2-22-18-21-37 0-14 3-28 7-32z" fill="$b2"/><path d="M126 98c6 7 9 15 10 24 1 20-9 33-20 35 14-14 18-36 10-59z" fill="$b3"/><path d="M106 98c-4 8-5 18-4 28" stroke="$b1" stroke-width="7" fill="none" stroke-linecap="round"/>`,
  },
  coconut: {
    foot: [96, 168, 58],
    span: [146, 151],
    art: `<path d="M62 64h64l26 40-14 56a10 10 0 0 1-10 8H62a10 10 0 0 1-10-8L38 104z" fill="$a2"/><path d="M126 64l26 40-14 56a10 10 0 0 1-10 8h-26c20-28 28-70 24-104z" fill="$a3"/><path d="M62 64h64l14 22c-30 12-62 12-92 0z" fill="$b1"/><path d="M126 64l14 22c-10 4-20 7-30 8 6-10 10-20 10-30z" fill="$b3"/><ellipse cx="94" cy="66" rx="32" ry="9" fill="$b2"/><ellipse cx="94" cy="67" rx="21" ry="5.5" fill="#cfe4e6"/><path d="M96 66l22-46 12 4" fill="none" stroke="#c8371b" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/><path d="M54 112l6 44M74 108l2 54" stroke="$a1" stroke-width="4" stroke-linecap="round" opacity=".7"/><g transform="translate(120 118)"><path d="M4 24a30 26 0 0 1 60 0c0 16-12 26-30 26S4 40 4 24z" fill="#8a5a2b"/><ellipse cx="34" cy="22" rx="30" ry="15" fill="#6a421d"/><ellipse cx="34" cy="22" rx="26" ry="12" fill="#fffdf4"/><ellipse cx="34" cy="24" rx="18" ry="7.5" fill="#dfe9e6"/></g>`,
  },
  rice: {
    foot: [100, 172, 54],
    span: [99, 125],
    art: `<path d="M58 46c-6 8-4 14 0 20-8 30-10 70-4 100a6 6 0 0 0 6 5h80a6 6 0 0 0 6-5c6-30 4-70-4-100 4-6 6-12 0-20-8 6-14 2-21 5-7-4-14-4-21 0-7-4-14-4-21 0-7-3-13 1-21-5z" fill="$a2"/><path d="M142 66c8 30 10 70 4 100a6 6 0 0 1-6 5h-22c10-34 12-74 4-106z" fill="$a3"/><path d="M56 66h88" stroke="$c2" stroke-width="5"/><rect x="72" y="86" width="54" height="60" rx="27" fill="$b3"/><path d="M99 136V104" stroke="#ffb81f" stroke-width="3"/><g fill="#ffb81f"><ellipse cx="99" cy="99" rx="4" ry="7"/><ellipse cx="90" cy="107" rx="4" ry="7" transform="rotate(-34 90 107)"/><ellipse cx="108" cy="107" rx="4" ry="7" transform="rotate(34 108 107)"/><ellipse cx="90" cy="121" rx="4" ry="7" transform="rotate(-34 90 121)"/><ellipse cx="108" cy="121" rx="4" ry="7" transform="rotate(34 108 121)"/></g>`,
  },
  'fish-sauce': {
    foot: [100, 172, 36],
    span: [64, 154],
    art: `<rect x="86" y="18" width="28" height="22" rx="4" fill="$c2"/><path d="M104 18h6a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4h-6z" fill="$c3"/><path d="M88 40h24v22c0 8 20 16 20 34v66a10 10 0 0 1-10 10H78a10 10 0 0 1-10-10V96c0-18 20-26 20-34z" fill="$a2"/><path d="M104 40h8v22c0 8 20 16 20 34v66a10 10 0 0 1-10 10h-12c6-30 8-70-6-108z" fill="$a3"/><path d="M77 92c2-10 12-16 16-24" ${SHEEN} stroke-width="5" opacity=".5"/><rect x="68" y="102" width="64" height="50" fill="$b1"/><path d="M114 102h18v50h-18z" fill="$b3"/><path d="M76 127c10-14 28-14 38 0-10 14-28 14-38 0z" fill="$c2"/><path d="M110 127l14-10v20z" fill="$c2"/><circle cx="86" cy="124" r="2.4" fill="$b1"/><path d="M96 119c4 5 4 11 0 16" stroke="$b1" stroke-width="2.4" fill="none"/><path d="M68 108h64M68 146h64" stroke="$c2" stroke-width="2.4"/>`,
  },
  salt: {
    foot: [96, 170, 46],
    span: [121, 136],
    art: `<rect x="60" y="46" width="76" height="22" rx="6" fill="$b2"/><path d="M116 46h14a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6h-14z" fill="$b3"/><rect x="92" y="36" width="12" height="12" rx="5" fill="$b3"/><path d="M58 68h80v90a12 12 0 0 1-12 12H70a12 12 0 0 1-12-12z" fill="#e9f2f2"/><path d="M62 92c12-7 26 4 40-2s22 2 32-2v70a8 8 0 0 1-8 8H70a8 8 0 0 1-8-8z" fill="$a1"/><path d="M118 90c6-1 11 0 16-2v70a8 8 0 0 1-8 8h-14c6-22 8-50 6-76z" fill="$a3"/><g fill="$a2"><circle cx="72" cy="102" r="3"/><circle cx="86" cy="98" r="2.4"/><circle cx="104" cy="100" r="3"/><circle cx="76" cy="156" r="3"/><circle cx="94" cy="160" r="2.4"/><circle cx="108" cy="154" r="3"/></g><rect x="70" y="112" width="48" height="36" rx="3" fill="#fffdf6"/><path d="M76 140l10-14 8 9 8-13 12 18z" fill="$c2"/><circle cx="84" cy="120" r="3.6" fill="#ffb81f"/><path d="M66 76v84" ${SHEEN} stroke-width="5" opacity=".8"/><g fill="$a1" stroke="$a3" stroke-width="1.4"><path d="M146 160l9-5 8 6-4 9h-11zM164 164l7-5 7 5-3 7h-9z"/></g>`,
  },
  'palm-sugar': {
    foot: [100, 166, 62],
    span: [158, 109],
    art: `<path d="M22 154c24-16 132-18 158 0-10 14-40 16-78 16s-70-2-80-16z" fill="$b2"/><path d="M22 154c40 6 116 6 158 0-10 14-40 16-78 16s-70-2-80-16z" fill="$b3"/><path d="M26 154c44 4 110 4 150 0" stroke="$b1" stroke-width="2.4" fill="none"/><g><path d="M36 128v18c0 8 14 13 30 13s30-5 30-13v-18z" fill="$a2"/><path d="M80 136v20c9-2 16-6 16-10v-18z" fill="$a3"/><ellipse cx="66" cy="128" rx="30" ry="12" fill="$a1"/></g><g><path d="M104 128v18c0 8 14 13 30 13s30-5 30-13v-18z" fill="$a2"/><path d="M148 136v20c9-2 16-6 16-10v-18z" fill="$a3"/><ellipse cx="134" cy="128" rx="30" ry="12" fill="$a1"/></g><g><path d="M70 100v18c0 8 14 13 30 13s30-5 30-13v-18z" fill="$a2"/><path d="M114 108v20c9-2 16-6 16-10v-18z" fill="$a3"/><ellipse cx="100" cy="100" rx="30" ry="12" fill="$a1"/></g><g><path d="M72 72v18c0 8 13 12 28 12s28-4 28-12V72z" fill="$a2"/><path d="M113 80v20c9-2 15-6 15-10V72z" fill="$a3"/><ellipse cx="100" cy="72" rx="28" ry="11" fill="$a1"/></g><g fill="none" stroke="$a3" stroke-width="1.8" opacity=".7"><ellipse cx="100" cy="72" rx="18" ry="6.5"/><ellipse cx="100" cy="72" rx="8" ry="2.6"/></g>`,
  },
  'chilli-paste': {
    foot: [100, 168, 46],
    span: [88, 106],
    art: `<path d="M60 84h80v72c0 8-5 12-12 12H72c-7 0-12-4-12-12z" fill="$a2"/><path d="M122 84h18v72c0 8-5 12-12 12h-12c6-24 8-52 6-84z" fill="$a3"/><rect x="56" y="62" width="88" height="24" rx="6" fill="$b2"/><path d="M56 76h88v4a6 6 0 0 1-6 6H62a6 6 0 0 1-6-6z" fill="$b3"/><rect x="60" y="98" width="80" height="48" fill="#fff2d0"/><path d="M122 98h18v48h-17z" fill="#e8d6a6"/><path d="M78 130c-4-12 4-22 14-22 16 0 22 12 32 10-4 14-14 20-26 20-10 0-17-2-20-8z" fill="$c2"/><path d="M80 116c-2-4-6-6-10-6" stroke="#6a4a22" stroke-width="4" stroke-linecap="round"/><path d="M68 90v70" stroke="$a1" stroke-width="4" stroke-linecap="round" opacity=".8"/>`,
  },
  seafood: pouch(SHRIMP),
  'seafood/squid': pouch(SQUID),
  'seafood/fish': pouch(FISH),
  coffee: {
    foot: [100, 170, 46],
    span: [125, 126],
    art: `<path d="M62 48h76l6 14v104a4 4 0 0 1-4 4H60a4 4 0 0 1-4-4V62z" fill="$a3"/><path d="M128 62h16v104a4 4 0 0 1-4 4h-12z" fill="$a4"/><path d="M62 48h76l6 14H56z" fill="$a1"/><rect x="66" y="82" width="62" height="62" rx="3" fill="#f3efe4"/><path d="M66 118l16-16 12 10 14-18 20 24v23a3 3 0 0 1-3 3H69a3 3 0 0 1-3-3z" fill="$b2"/><path d="M66 128l18-10 16 10 14-8 14 10v11a3 3 0 0 1-3 3H69a3 3 0 0 1-3-3z" fill="$b3"/><circle cx="114" cy="94" r="6" fill="#ffb81f"/><rect x="84" y="68" width="26" height="5" rx="2.5" fill="#ffb81f"/><g fill="#5a3a26"><ellipse cx="150" cy="165" rx="9" ry="6" transform="rotate(-18 150 165)"/><ellipse cx="42" cy="168" rx="8" ry="5.5" transform="rotate(20 42 168)"/></g><path d="M143 167q7-5 14-4M36 165q6 1 12 6" stroke="#2e1c11" stroke-width="1.6" fill="none"/>`,
  },
  tea: {
    foot: [92, 170, 44],
    span: [128, 142],
    art: `<path d="M54 62h76v98a10 10 0 0 1-10 10H64a10 10 0 0 1-10-10z" fill="$a2"/><path d="M112 62h18v98a10 10 0 0 1-10 10h-16c8-30 10-70 8-108z" fill="$a3"/><path d="M50 46a8 8 0 0 1 8-8h68a8 8 0 0 1 8 8v18H50z" fill="$b2"/><path d="M114 38h12a8 8 0 0 1 8 8v18h-20z" fill="$b3"/><rect x="80" y="28" width="24" height="12" rx="6" fill="$b3"/><path d="M54 64h76v5H54z" fill="$a4" opacity=".5"/><rect x="66" y="86" width="46" height="58" rx="23" fill="#fff8e6"/><path d="M89 136v-30" stroke="$a3" stroke-width="3"/><path d="M89 116c-13 0-17-10-16-18 10 0 17 7 16 18zM89 112c11-1 15-9 14-16-9 0-15 6-14 16zM89 106c-5-8-2-14 0-16 3 3 5 9 0 16z" fill="$a2"/><path d="M60 76v84" ${SHEEN} stroke-width="4.5" opacity=".35"/><g transform="translate(126 132)"><path d="M4 10h48c0 18-8 28-16 28H20C12 38 4 28 4 10z" fill="#fff"/><path d="M38 10h14c0 18-8 28-16 28h-6c6-6 8-16 8-28z" fill="#dbe2da"/><ellipse cx="28" cy="10" rx="24" ry="6" fill="#f4f6f1"/><ellipse cx="28" cy="10.5" rx="19" ry="4" fill="$a2"/></g>`,
  },
  honey: {
    foot: [100, 170, 46],
    span: [80, 122],
    art: `<rect x="64" y="48" width="72" height="20" rx="5" fill="#f7f3e8"/><rect x="64" y="60" width="72" height="8" fill="#ddd5c0"/><path d="M60 76c0-5 4-8 8-8h64c4 0 8 3 8 8v82c0 8-5 12-12 12H72c-7 0-12-4-12-12z" fill="$a2"/><path d="M124 68h8c4 0 8 3 8 8v82c0 8-5 12-12 12h-10c6-20 8-70 6-102z" fill="$a3"/><path d="M68 80c0-3 2-4 4-4h4v82h-2c-4 0-6-2-6-6z" fill="$a1"/><path d="M100 90l26 15v30l-26 15-26-15v-30z" fill="#fff8e6"/><path d="M100 98l19 11v22l-19 11-19-11v-22z" fill="none" stroke="$a3" stroke-width="2"/><ellipse cx="100" cy="121" rx="10" ry="7" fill="#2f2420"/><path d="M97 114v14m6-14v14" stroke="#ffb81f" stroke-width="3"/><path d="M94 115c-8-8-12-2-6 4zM106 115c8-8 12-2 6 4z" fill="#bcd6de"/>`,
  },
  cashew: {
    foot: [96, 170, 50],
    span: [122, 126],
    art: `<rect x="58" y="44" width="76" height="20" rx="6" fill="$b2"/><path d="M58 56h76v4a6 6 0 0 1-6 6H64a6 6 0 0 1-6-6z" fill="$b3"/><path d="M54 76a10 10 0 0 1 10-10h64a10 10 0 0 1 10 10v82a12 12 0 0 1-12 12H66a12 12 0 0 1-12-12z" fill="#e4eeec"/><path d="M58 86h76v72a8 8 0 0 1-8 8H66a8 8 0 0 1-8-8z" fill="$a3" opacity=".55"/><g fill="none" stroke-width="11" stroke-linecap="round"><path d="M68 98c2 10 14 10 18 2" stroke="$a1"/><path d="M98 92c0 10 12 14 20 6" stroke="$a2"/><path d="M66 122c4-10 16-8 18 2" stroke="$a2"/><path d="M96 116c6-8 18-4 18 6" stroke="$a1"/><path d="M70 146c2 10 14 10 18 2" stroke="$a1"/><path d="M102 140c0 10 12 14 20 4" stroke="$a2"/><path d="M124 120c4 4 4 10 2 14" stroke="$a2"/><path d="M82 158c4 4 10 4 14 0" stroke="$a2"/></g><path d="M62 80v80" ${SHEEN} stroke-width="5" opacity=".75"/><path d="M120 68h8a10 10 0 0 1 10 10v80a12 12 0 0 1-12 12h-8c6-30 6-66 2-102z" fill="#7d8f8a" opacity=".22"/><g fill="none" stroke="$a2" stroke-width="11" stroke-linecap="round"><path d="M150 162c0-10 14-14 20-4"/></g><path d="M152 158c2-5 8-7 13-4" stroke="$a1" stroke-width="3.5" fill="none" stroke-linecap="round"/>`,
  },
  banana: {
    foot: [100, 170, 58],
    span: [141, 130],
    art: `<path d="M46 40h76l6 124a6 6 0 0 1-6 6H46a6 6 0 0 1-6-6z" fill="$b2"/><path d="M106 40h16l6 124a6 6 0 0 1-6 6h-20c7-40 8-90 4-130z" fill="$b3"/><path d="M46 40h76l1 10H45z" fill="$b4" opacity=".7"/><path d="M45 56h78" stroke="$b1" stroke-width="2.6" stroke-dasharray="4 4"/><circle cx="82" cy="106" r="30" fill="#fff8e6"/><path d="M62 100c2 22 22 30 42 20-4-2-6-5-6-8-10 4-22 0-26-14l-2-6-7 2z" fill="$a2"/><path d="M62 100c2 22 22 30 42 20l-4-3c-16 6-32 0-36-19z" fill="$a3"/><rect x="60" y="146" width="44" height="8" rx="4" fill="#fff8e6" opacity=".85"/><g><ellipse cx="142" cy="160" rx="20" ry="9" fill="$a2"/><ellipse cx="142" cy="157" rx="20" ry="9" fill="$a1"/><ellipse cx="142" cy="157" rx="12" ry="5" fill="$a2" opacity=".6"/><ellipse cx="164" cy="150" rx="17" ry="8" fill="$a3"/><ellipse cx="164" cy="147" rx="17" ry="8" fill="$a1"/><ellipse cx="164" cy="147" rx="10" ry="4.5" fill="$a2" opacity=".6"/></g>`,
  },
  tuile: {
    foot: [100, 170, 48],
    span: [99, 153],
    art: `<g stroke-linecap="round" stroke-width="17"><path d="M72 86L58 36" stroke="$b2"/><path d="M90 86l-5-58" stroke="$b3"/><path d="M108 86l6-60" stroke="$b2"/><path d="M126 86l14-50" stroke="$b3"/><path d="M82 86l-8-40" stroke="$b1"/><path d="M100 86V36" stroke="$b1"/><path d="M118 86l8-42" stroke="$b2"/></g><g fill="none" stroke="$b4" stroke-width="2"><path d="M70 44c5-3 9 0 8 4s-6 3-6 0M96 34c5-3 9 0 8 4s-6 3-6 0M121 42c5-3 9 0 8 4s-6 3-6 0M54 34c5-3 9 0 8 4M81 26c5-3 9 0 8 4M110 24c5-3 9 0 8 4M136 34c5-3 9 0 8 4"/></g><path d="M56 80h88v80a10 10 0 0 1-10 10H66a10 10 0 0 1-10-10z" fill="$a2"/><path d="M124 80h20v80a10 10 0 0 1-10 10h-18c8-28 10-58 8-90z" fill="$a3"/><path d="M52 76a4 4 0 0 1 4-4h88a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4H56a4 4 0 0 1-4-4z" fill="$a1"/><ellipse cx="96" cy="126" rx="28" ry="24" fill="#fff8e6"/><g fill="$a2"><path d="M96 142c-8-7-8-20 0-28 8 8 8 21 0 28z"/><path d="M93 142c-11 0-18-7-18-17 11 0 18 7 18 17zM99 142c11 0 18-7 18-17-11 0-18 7-18 17z" opacity=".75"/></g><path d="M63 94v66" stroke="$a1" stroke-width="5" stroke-linecap="round"/>`,
  },
}
