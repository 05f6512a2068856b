/** The pages' looks: a few of the market's tokens, and hatching that says this is not the market. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f3f5ef; --surface: #fff; --sunken: #e9ede4; --ink: #13231a; --muted: #51615a;
  --line: #d9e0d4; --edge: #75857b; --accent: #0a5a39; --accent-ink: #fff;
  --danger: #a1103f; --success: #11693a; --success-soft: #dcf1e2; --danger-soft: #fbe3ea;
  --warning: #7a4d00; --warning-soft: #fff0c9; --focus: #1346d6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1712; --surface: #18231c; --sunken: #202d25; --ink: #eaf1ea; --muted: #a9b8ae;
    --line: #2c3a31; --edge: #7f9187; --accent: #7fd3a2; --accent-ink: #062415;
    --danger: #ff9db8; --success: #8fdcae; --success-soft: #173423; --danger-soft: #40182a;
    --warning: #ffd777; --warning-soft: #3a2c0a; --focus: #9db8ff;
  }
}
* { box-sizing: border-box }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.6 "IBM Plex Sans Thai Looped", "Noto Sans Thai Looped", Thonburi, "Leelawadee UI",
    "Noto Sans Thai", system-ui, sans-serif;
}
.banner {
  margin: 0; padding: .625rem 1rem; display: flex; flex-wrap: wrap; gap: .125rem 1rem;
  justify-content: center; text-align: center; color: var(--warning);
  background: repeating-linear-gradient(-45deg, var(--warning-soft) 0 14px, var(--surface) 14px 28px);
  border-bottom: 2px solid var(--warning);
}
.banner > * { background: var(--warning-soft); padding: 0 .5rem; border-radius: .25rem }
main { max-width: 30rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
main.wide, main:has(table) { max-width: 56rem }
.en { color: var(--muted); font-size: .875em }
.banner .en, .button .en { color: inherit }
h1 { font-size: 1.375rem; line-height: 1.4; margin: 0 0 1rem }
h1 .en { display: block }
h2 { font-size: 1rem; margin: 2rem 0 .5rem }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 1rem; padding: 1.25rem }
.amount {
  font-size: 2.25rem; line-height: 1.3; font-weight: 700; margin: 0; font-variant-numeric: tabular-nums;
}
.status { display: inline-block; padding: .125rem .75rem; border-radius: 1rem; font-weight: 600;
  background: var(--sunken); margin: .25rem 0 0 }
.status .en { color: inherit; font-weight: 400 }
.status.succeeded { background: var(--success-soft); color: var(--success) }
.status.requires_action, .status.processing { background: var(--warning-soft); color: var(--warning) }
.status.canceled, .status.failed { background: var(--danger-soft); color: var(--danger) }
.qr { display: block; width: min(16rem, 100%); aspect-ratio: 1; margin: 1.25rem auto; padding: .75rem;
  background: #fff; border-radius: .75rem; border: 1px solid var(--line) }
.note { margin: .5rem 0 0; color: var(--muted) }
.error { margin: .75rem 0 0; padding: .5rem .75rem; border-radius: .5rem; background: var(--danger-soft);
  color: var(--danger) }
form { margin: .75rem 0 0 }
.button {
  display: flex; flex-direction: column; align-items: center; justify-content: center; width: 100%;
  min-height: 3.75rem; padding: .375rem 1rem; border-radius: .75rem; cursor: pointer;
  font: inherit; font-weight: 600; line-height: 1.4; background: var(--surface); color: var(--ink);
  border: 1.5px solid var(--edge);
}
.button .en { font-weight: 400 }
.button.approve { background: var(--accent); border-color: var(--accent); color: var(--accent-ink);
  font-size: 1.125rem }
.button.decline { color: var(--danger); border-color: var(--danger) }
.button:hover { box-shadow: inset 0 0 0 100vmax rgb(0 0 0 / .06) }
.button:focus-visible, a:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 1rem 0 0 }
dt { color: var(--muted) }
dd { margin: 0; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse; background: var(--surface); border-radius: 1rem }
th, td { padding: .75rem; text-align: start; border-bottom: 1px solid var(--line); vertical-align: top }
td .status { white-space: nowrap }
td.money { font-variant-numeric: tabular-nums; white-space: nowrap; text-align: end }
a { color: var(--accent) }
ol { margin: 0; padding: 0; list-style: none }
li { display: flex; justify-content: space-between; gap: 1rem; padding: .375rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
code { font-size: .875em }
.scroll { overflow-x: auto; border-radius: 1rem; border: 1px solid var(--line) }
`
