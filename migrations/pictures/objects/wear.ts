import type { Drawing } from './drawing.ts'

/** What one wears and carries. */
export const WEAR: Readonly<Record<string, Drawing>> = {
  'mo-hom': {
    foot: [100, 172, 54],
    span: [128, 128],
    art: `<path d="M72 40l-36 22 10 36 16-6v76h76V92l16 6 10-36-36-22-14 8H86z" fill="$a2"/><path d="M138 92l16 6 10-36-36-22-8 5c10 36 12 80 6 123h12z" fill="$a3"/><path d="M86 48l14 14 14-14-6-6H92z" fill="$a4"/><path d="M100 62v106" stroke="$a4" stroke-width="2"/><path d="M86 48l14 18-10 6-14-20zM114 48l-14 18 10 6 14-20z" fill="$a1"/><g stroke="#f1f4fa" stroke-width="2.4" stroke-linecap="round"><path d="M92 88h16M92 110h16M92 132h16"/></g><rect x="70" y="128" width="20" height="22" rx="2" fill="none" stroke="$a1" stroke-width="2"/><path d="M46 98l16-6M154 98l-16-6" stroke="$a1" stroke-width="2"/>`,
  },
  't-shirt': {
    foot: [100, 172, 52],
    span: [136, 135],
    art: `<path d="M74 38L32 60l12 38 18-6v74a4 4 0 0 0 4 4h68a4 4 0 0 0 4-4V92l18 6 12-38-42-22c-6 16-46 16-52 0z" fill="$a2"/><path d="M138 92l18 6 12-38-42-22-5 6c9 34 10 84 2 126h11a4 4 0 0 0 4-4z" fill="$a3"/><path d="M74 38c6 16 46 16 52 0l-7-3c-6 11-32 11-38 0z" fill="$a1"/><path d="M81 35c6 11 32 11 38 0-12 4-26 4-38 0z" fill="$a4"/><path d="M44 98l18-6M156 98l-18-6" stroke="$a4" stroke-width="2" opacity=".45"/><path d="M62 92c2 10 2 20 0 30M66 160h68" stroke="$a4" stroke-width="2" fill="none" opacity=".3"/><path d="M72 60c-2 20-2 40 0 56" stroke="#fff" stroke-width="4" fill="none" stroke-linecap="round" opacity=".25"/>`,
  },
  trousers: {
    foot: [100, 174, 52],
    span: [100, 144],
    art: `<path d="M60 30h80l10 138a6 6 0 0 1-6 6h-30L100 92l-14 82H56a6 6 0 0 1-6-6z" fill="$a2"/><path d="M122 30h18l10 138a6 6 0 0 1-6 6h-22c8-46 8-98 0-144z" fill="$a3"/><path d="M100 92l14 82h8L104 84z" fill="$a3"/><path d="M58 30h84l2 20H56z" fill="$a1"/><path d="M122 30h20l2 20h-21z" fill="$a2"/><path d="M84 42c10 6 22 6 32 0" stroke="$b2" stroke-width="5" fill="none" stroke-linecap="round"/><path d="M98 46l-8 26M102 46l10 24" stroke="$b2" stroke-width="5" stroke-linecap="round"/><circle cx="100" cy="45" r="6" fill="$b1"/><path d="M64 60c2 12 6 18 14 22" stroke="$a4" stroke-width="2.4" fill="none" opacity=".6"/><path d="M70 70l-8 90M100 60v30" stroke="$a4" stroke-width="2" opacity=".35"/><path d="M52 160h36M112 160h37" stroke="$b2" stroke-width="2.6" stroke-dasharray="6 4"/>`,
  },
  sarong: {
    foot: [100, 168, 64],
    span: [132, 114],
    art: `<path d="M34 132h132v28a8 8 0 0 1-8 8H42a8 8 0 0 1-8-8z" fill="$a3"/><path d="M34 96h132v40H34z" fill="$a2"/><path d="M34 64a10 10 0 0 1 10-10h112a10 10 0 0 1 10 10v36H34z" fill="$a2"/><path d="M140 54h16a10 10 0 0 1 10 10v96a8 8 0 0 1-8 8h-18z" fill="$a4" opacity=".22"/><path d="M34 98c40 4 92 4 132 0v5c-40 4-92 4-132 0zM34 133c40 4 92 4 132 0v5c-40 4-92 4-132 0z" fill="$a4" opacity=".55"/><path d="M34 88h132M34 124h132" stroke="$b2" stroke-width="3"/><path d="M40 106h118M40 118h118" stroke="$b2" stroke-width="1.6" stroke-dasharray="4 5"/><g fill="$b2"><path d="M68 60c5 4 6 9 3 13 5-2 10 0 12 5-5 2-10 1-13-3 2 5 0 10-5 12-3-5-2-10 2-13-5 2-10 0-12-5 4-3 9-2 12 1-3-4-3-8 1-10z"/><path d="M128 60c5 4 6 9 3 13 5-2 10 0 12 5-5 2-10 1-13-3 2 5 0 10-5 12-3-5-2-10 2-13-5 2-10 0-12-5 4-3 9-2 12 1-3-4-3-8 1-10z"/></g><g fill="$b1"><circle cx="69" cy="75" r="3"/><circle cx="129" cy="75" r="3"/><circle cx="99" cy="70" r="3.6"/><circle cx="60" cy="150" r="4"/><circle cx="86" cy="150" r="4"/><circle cx="112" cy="150" r="4"/><circle cx="138" cy="150" r="4"/></g><path d="M90 78c5-5 13-5 18 0-5 4-13 4-18 0z" fill="$b2"/><path d="M42 60c3-2 6-2 10-2h50" stroke="#fff" stroke-width="3" fill="none" stroke-linecap="round" opacity=".4"/>`,
  },
  pakaoma: {
    foot: [100, 166, 64],
    span: [128, 120],
    art: `<path d="M36 118h128v44a6 6 0 0 1-6 6H42a6 6 0 0 1-6-6z" fill="$c2"/><path d="M36 92h128v30H36z" fill="$b2"/><path d="M36 66a6 6 0 0 1 6-6h116a6 6 0 0 1 6 6v30H36z" fill="$a2"/><g fill="#fff" opacity=".32"><path d="M50 60h8v108h-8zM78 60h8v108h-8zM106 60h8v108h-8zM134 60h8v108h-8z"/><path d="M36 68h128v6H36zM36 82h128v4H36zM36 100h128v5H36zM36 112h128v4H36zM36 128h128v6H36zM36 144h128v5H36zM36 156h128v4H36z"/></g><path d="M36 92h128v5H36zM36 118h128v5H36z" fill="#000" opacity=".2"/><path d="M88 52h24v120H88z" fill="#f4e6c8"/><path d="M104 52h8v120h-8z" fill="#dcc899"/><circle cx="100" cy="112" r="10" fill="#0b4a30"/>`,
  },
  'silk-scarf': {
    foot: [100, 172, 50],
    span: [112, 142],
    art: `<path d="M92 30h16v8h44a4 4 0 0 1 4 4v4H44v-4a4 4 0 0 1 4-4h44z" fill="#8a5a2b"/><path d="M96 172V40h8v132zM72 166h56a5 5 0 0 1 5 6H67a5 5 0 0 1 5-6z" fill="#6a421d"/><path d="M58 42h40c4 40 2 74-6 104H52c6-32 8-66 6-104z" fill="$a2"/><path d="M84 42h14c4 40 2 74-6 104H78c8-32 10-66 6-104z" fill="$a3"/><path d="M104 42h38c-2 30 2 56 8 82h-38c-8-26-10-52-8-82z" fill="$a2"/><path d="M128 42h14c-2 30 2 56 8 82h-14c-6-26-9-52-8-82z" fill="$a3"/><path d="M58 42h40l1 10c-14 4-28 4-41 0zM104 42h38v8c-12 5-26 5-38 0z" fill="$a1"/><g fill="none" stroke="$b2" stroke-width="3"><path d="M58 84l10 9 10-9 10 9 8-7M58 96l9 8 10-8 10 8 8-6M106 80l9 8 10-8 10 8 9-7M107 92l9 8 10-8 10 8 10-8"/></g><path d="M55 126h40M110 112h38" stroke="$b2" stroke-width="4"/><g stroke="$a1" stroke-width="2.6" stroke-linecap="round"><path d="M54 147l-3 14M62 147l-2 14M70 147l-2 14M78 147l-2 14M86 147l-2 14M91 147l-1 14M114 125l2 14M122 125l2 14M130 125l2 14M138 125l3 14M146 125l4 14"/></g>`,
  },
  sneakers: {
    foot: [100, 162, 74],
    span: [148, 78],
    art: `<path d="M26 138c0-22 4-42 8-54 10 8 22 8 30 0 16 22 38 34 72 40 22 4 36 10 38 24v4H26z" fill="#f6f7f3"/><path d="M92 108c14 9 28 14 44 16 22 4 36 10 38 24v4h-60c2-18-8-32-22-44z" fill="#dde3dd"/><path d="M34 84c10 8 22 8 30 0 8 12 18 21 30 28l-12 22-56 4c0-22 4-42 8-54z" fill="$a2"/><path d="M26 146h148v8a8 8 0 0 1-8 8H34a8 8 0 0 1-8-8z" fill="$b2"/><path d="M26 146h148v5H26z" fill="#fff"/><g stroke="#fff" stroke-width="4" stroke-linecap="round"><path d="M76 108l10-8M88 116l9-9M101 123l8-9"/></g><path d="M34 84c10 8 22 8 30 0l4 6c-10 9-24 9-36 2z" fill="$a4"/><path d="M26 138l56-4 3-6c-20 2-40 3-58 3z" fill="$a3"/>`,
  },
  sandals: {
    foot: [100, 164, 66],
    span: [132, 127],
    art: `<g transform="rotate(-12 70 110)"><path d="M44 66c4-26 44-28 50-2 4 18-2 36-2 56s2 26-2 38c-6 14-32 14-38 0-4-12-2-24-3-40s-8-34-5-52z" fill="$b4"/><path d="M46 62c4-24 42-26 47-2 4 18-2 36-2 56s2 25-2 36c-6 13-30 13-36 0-4-11-2-23-3-38s-7-34-4-52z" fill="$b2"/><path d="M80 44c7 3 11 9 13 16 4 18-2 36-2 56s2 25-2 36c-3 6-9 9-15 10 10-40 14-80 6-118z" fill="$b3"/><path d="M50 96c2-20 12-28 20-34 10 6 18 16 20 34" fill="none" stroke="$a3" stroke-width="12" stroke-linecap="round"/><path d="M50 94c2-20 12-28 20-33 9 5 15 12 18 24" fill="none" stroke="$a2" stroke-width="8" stroke-linecap="round"/><circle cx="70" cy="60" r="6" fill="$a4"/></g><g transform="rotate(12 134 112)"><path d="M108 66c4-26 46-24 50 2 3 18-4 36-4 52s1 28-3 40c-6 14-32 14-38 0-4-12-2-24-2-40s-6-36-3-54z" fill="$b4"/><path d="M110 62c4-24 44-22 47 2 3 18-4 36-4 52s1 26-3 38c-6 13-30 13-36 0-4-12-2-23-2-38s-5-36-2-54z" fill="$b2"/><path d="M144 46c7 4 12 10 13 18 3 18-4 36-4 52s1 26-3 38c-3 6-9 9-15 10 10-40 15-80 9-118z" fill="$b3"/><path d="M112 96c2-18 11-28 20-34 10 6 18 16 20 34" fill="none" stroke="$a3" stroke-width="12" stroke-linecap="round"/><path d="M112 94c2-18 11-28 20-33 9 5 15 12 18 24" fill="none" stroke="$a2" stroke-width="8" stroke-linecap="round"/><circle cx="132" cy="60" r="6" fill="$a4"/></g>`,
  },
  tote: {
    foot: [100, 172, 52],
    span: [128, 145],
    art: `<path d="M74 76c-4-60 56-60 52 0" fill="none" stroke="$a4" stroke-width="8"/><path d="M44 68h112l8 96a8 8 0 0 1-8 8H44a8 8 0 0 1-8-8z" fill="$a2"/><path d="M136 68h20l8 96a8 8 0 0 1-8 8h-24c10-34 10-70 4-104z" fill="$a3"/><path d="M44 68h112l1 12H43z" fill="$a1"/><path d="M70 82c-6-64 66-64 60 0" fill="none" stroke="$a3" stroke-width="9"/><path d="M64 68h12v26H64zM124 68h12v26h-12z" fill="$a3"/><path d="M66 72l8 18M74 72l-8 18M126 72l8 18M134 72l-8 18" stroke="$a1" stroke-width="1.8"/><circle cx="98" cy="128" r="26" fill="$b2"/><path d="M98 148v-34" stroke="$a2" stroke-width="3.4" stroke-linecap="round"/><path d="M98 130c-13 0-17-9-16-17 10 0 17 7 16 17zM98 124c13 0 17-9 16-17-10 0-17 7-16 17z" fill="$a2"/><path d="M48 86l-5 74" stroke="#fff" stroke-width="4" stroke-linecap="round" opacity=".25"/>`,
  },
  hat: {
    foot: [100, 160, 78],
    span: [164, 114],
    art: `<ellipse cx="100" cy="142" rx="82" ry="24" fill="$a3"/><ellipse cx="100" cy="137" rx="82" ry="24" fill="$a2"/><ellipse cx="96" cy="134" rx="70" ry="17" fill="$a1"/><path d="M54 132c0-52 14-80 46-80s46 28 46 80c-22 10-70 10-92 0z" fill="$a2"/><path d="M118 56c18 12 28 40 28 76-10 5-26 8-42 8 16-24 20-56 14-84z" fill="$a3"/><path d="M54 116c26 10 66 10 92 0v18c-24 11-68 11-92 0z" fill="$b2"/><path d="M118 122c10-1 20-3 28-6v18c-8 4-18 6-30 7z" fill="$b3"/><g stroke="$a4" stroke-width="1.6" fill="none" opacity=".5"><path d="M60 92c24 8 56 8 80 0M66 76c20 6 48 6 68 0M76 62c14 4 34 4 48 0M80 58c-10 18-14 38-16 58M100 53v66M120 58c10 18 14 38 16 58"/><ellipse cx="100" cy="138" rx="76" ry="20.5"/></g>`,
  },
  basket: {
    foot: [100, 170, 58],
    span: [128, 125],
    art: `<path d="M70 92c-4-56 64-56 60 0" fill="none" stroke="#8a5a2b" stroke-width="7"/><path d="M40 86h120l-10 78a8 8 0 0 1-8 6H58a8 8 0 0 1-8-6z" fill="$a2"/><path d="M136 86h24l-10 78a8 8 0 0 1-8 6h-18c8-26 12-54 12-84z" fill="$a3"/><g stroke="$a4" stroke-width="2.2" fill="none" opacity=".75"><path d="M45 104h110M47 122h106M50 140h100M52 156h96"/><path d="M62 88l5 80M82 88l2 80M102 88v80M122 88l-3 80M142 88l-6 80"/></g><path d="M47 122h106l-2.2 18H49.5z" fill="$b2" opacity=".9"/><path d="M54 131l10-8 10 8-10 8zM84 131l10-8 10 8-10 8zM114 131l10-8 10 8-10 8z" fill="#ffd98a"/><rect x="36" y="80" width="128" height="12" rx="6" fill="$a3"/><path d="M74 86c-4-50 56-50 52 0" fill="none" stroke="#a97437" stroke-width="6"/>`,
  },
  silver: {
    foot: [100, 166, 60],
    span: [148, 137],
    art: `<ellipse cx="100" cy="150" rx="74" ry="17" fill="#862f4e"/><ellipse cx="100" cy="144" rx="74" ry="17" fill="#b54a70"/><ellipse cx="96" cy="142" rx="62" ry="11" fill="#c9638a"/><path d="M100 30a56 54 0 1 0 .1 0zm0 22a36 33 0 1 1-.1 0z" fill="$a2" fill-rule="evenodd"/><path d="M126 37a56 54 0 0 1-26 101c-10 0-19-2-27-6 12-6 20-11 27-14a36 33 0 0 0 22-59z" fill="$a3"/><path d="M54 66c6-16 22-28 42-30" stroke="$a1" stroke-width="7" fill="none" stroke-linecap="round"/><g fill="none" stroke="$a4" stroke-width="2"><ellipse cx="100" cy="85" rx="46" ry="43" stroke-dasharray="1 7" stroke-width="5" stroke-linecap="round"/><ellipse cx="100" cy="84.5" rx="52" ry="50"/><ellipse cx="100" cy="85" rx="39.5" ry="36.5"/></g><path d="M66 118c8 10 20 16 34 16" stroke="#fff" stroke-width="3" fill="none" stroke-linecap="round" opacity=".7"/>`,
  },
  umbrella: {
    foot: [104, 172, 50],
    span: [164, 151],
    art: `<path d="M100 40v128" stroke="#7a4a2b" stroke-width="6" stroke-linecap="round"/><path d="M100 30c46 0 78 34 82 76-10-8-20-8-27 0-8-9-20-9-28 0-8-9-19-9-27 0-8-9-19-9-27 0-8-9-20-9-28 0-7-8-17-8-27 0 4-42 36-76 82-76z" fill="$a2"/><path d="M100 30c46 0 78 34 82 76-10-8-20-8-27 0-3-34-22-66-55-76z" fill="$a3"/><path d="M100 30c-14 20-26 48-27 76 8-9 19-9 27 0 8-9 19-9 27 0-1-28-13-56-27-76z" fill="$a1"/><g fill="$b1"><circle cx="60" cy="78" r="6"/><circle cx="100" cy="70" r="7"/><circle cx="142" cy="80" r="6"/></g><g fill="#fff"><circle cx="60" cy="66" r="4"/><circle cx="72" cy="78" r="4"/><circle cx="48" cy="80" r="4"/><circle cx="100" cy="56" r="4.5"/><circle cx="113" cy="72" r="4.5"/><circle cx="87" cy="72" r="4.5"/></g><rect x="96" y="20" width="8" height="14" rx="3" fill="#2f2420"/>`,
  },
}
