/** How a handout looks on a screen, in light and dark, and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --quiet: #555; --paper: #fff; --line: #ccc; --right: #11661f; --wrong: #a3150f; --open: #6d4b00; --marked: #ffe08a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --quiet: #b0b0b0; --paper: #1c1c1c; --line: #555; --right: #7ddb8c; --wrong: #ff9a8f; --open: #f0c674; --marked: #6b5300; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin: 0; }
a { color: inherit; }
nav, article { border: 1px solid var(--line); border-radius: .4rem; padding: .8rem 1rem; margin: 1rem 0; break-inside: avoid; }
.equation { overflow-x: auto; font-size: 1.15rem; padding: .4rem 0; }
ul { padding-left: 1.2rem; } .links { list-style: none; padding: 0; margin: 0; }
.links > li { border-left: .25rem solid var(--line); padding-left: .8rem; margin: .6rem 0; }
.links > .verified { border-color: var(--right); } .links > .refuted { border-color: var(--wrong); } .links > .undecided { border-color: var(--open); }
.verified .mark { color: var(--right); } .refuted .mark { color: var(--wrong); } .undecided .mark { color: var(--open); }
.mark { font-weight: bold; } p { margin: .3rem 0; } .tally { font-weight: bold; }
table { border-collapse: collapse; margin: .4rem 0; } caption { text-align: left; color: var(--quiet); }
th, td { text-align: left; padding: .1rem .8rem .1rem 0; vertical-align: middle; font-weight: normal; } thead th { color: var(--quiet); }
.matrix { border-left: 1px solid; border-right: 1px solid; border-radius: .3rem; margin: .2rem 0; } .matrix td { padding: 0 .5rem; text-align: right; font-variant-numeric: tabular-nums; }
mark { background: var(--marked); color: inherit; font-weight: bold; text-decoration: underline; }
summary { color: var(--quiet); cursor: pointer; }
`;
