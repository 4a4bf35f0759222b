// Packages without what nobody calls. Tests have them so too, and a build without this has the whole packages and does the same.
const fs = require('node:fs');
const path = require('node:path');

/**
 * What `@lezer/markdown`, which reads blocks here, does besides: nobody asks for it, and esbuild leaves out what only that called.
 * The names of its nodes are made a list. Its trees are of `tree.ts`.
 */
const BESIDE_BLOCKS = [
  [/^import \{.*\} from '@lezer\/common';$/m, `import { NodeType, NodeSet, Tree, Parser } from ${JSON.stringify(path.resolve('src/text/markdown/tree.ts'))};`],
  [/^import \{.*\} from '@lezer\/highlight';$/m, ''],
  [/^export \{.*\};$/m, 'export { parser };'],
  // The names of nodes, without those of the inside of lines.
  [/^\(function \(Type\) \{$/m, 'Type = {}; ['],
  [/^ {4}Type\[Type\["(?:LinkReference|Processing\w+|Escape|Entity|HardBreak|(?:Strong)?Emphasis(?:Mark)?|Link(?:Mark|Title|Label)?|Image|InlineCode|HTMLTag|Comment|Autolink|URL|HeaderMark|CodeMark)"\].*$/gm, ''],
  [/^ {4}Type\[Type\["(\w+)"\] = \d+\] = "\1";$/gm, '"$1",'],
  [/^\}\)\(Type \|\| \(Type = \{\}\)\);$/m, '].forEach((name, i) => { Type[Type[name] = i + 1] = name; });'],
  [/^ {8}props: i >= .*\n.*$/m, ''],
  [/^const NotLast = .*$/m, ''],
  // Colours.
  [/^const markdownHighlighting = [^;]*;$/m, ''],
  ['.extend(markdownHighlighting)', ''],
  [/\btags\.\w+(?:\(tags\.\w+\))?/g, 'undefined'],
  // The inside of lines, and the marks that are put among it.
  [/^const DefaultInline = \{.*?^\};$/ms, ''],
  [/, Object\.keys\(DefaultInline\).*$/m, ');'],
  [/^ {4}parseInline\(.*?^ {4}\}$/ms, ''],
  [/(?:cx|this)\.parser\.parseInline\([^()]*(?:\([^()]*\)[^()]*)?\)/g, 'none'],
  [/^function injectMarks\(.*?^\}$/ms, ''],
  [/injectMarks\((.*), leaf\.marks\)/g, '$1'],
  [/^ {12}for \(let m of line\.markers\)\n {16}leaf\.marks\.push\(m\);$/m, ''],
  [/^InlineContext\.\w+ = .*;$/gm, ''],
  [/^const (Super|Sub)script = \{.*?^\};$/gms, ''],
  [/^let Punctuation = .*$/m, ''],
  [/^try \{.*?^catch \(_\) \{ \}$/ms, ''],
  // What of a block is a sign and no text; in code that is indented also the text.
  [/^ +for \(let m of line\.markers\)\n +marks\.push\(m\);$/gm, ''],
  [/^ +for \(let m of pendingMarks\) \{.*?^ {20}\}$/ms, ''],
  [/^ +addCodeText\((?:marks, from, to|pendingMarks, .*)\);$/gm, ''],
  [/^ +let codeStart = .*\n.*\n.*$/m, ''],
  [/^ +pendingMarks = pendingMarks\.filter\(.*$/m, ''],
  [/elt\(Type\.CodeMark, [^()]*\)/g, ''],
  [/^ {8}let endOfSpace = .*?(?=^ {8}let node = )/ms, 'let buf = cx.buffer;'],
  [/^ {8}let underlineMark = .*$/m, ''],
  [/, \[\n.*\n {12}underlineMark\n {8}\]/, ''],
  // Blocks that are read otherwise: of HTML is asked only whether it ends a paragraph.
  [/^ {4}HTMLBlock\(.*?^ {4}\},$/ms, 'HTMLBlock: undefined,'],
  [/^ {4}LinkReference\(.*\},$/m, ''],
  [/^const EmptyLine = .*$/m, ''],
  [/^( {4}\[\/\^.*\/i?), \S+\]/gm, '$1]'],
  [/^ {4}\[\/\^\\s\*\(\?:<.*$/m, ''],
  [' - (breaking ? 1 : 0)', ''],
  // What a parser can be told besides new blocks before others.
  [/^ {8}if \(nonEmpty\(config\.(?:defineNodes|remove|parseInline)\)\) \{.*?^ {8}\}$/gms, ''],
  [/^ {8}if \((?:nonEmpty\(config\.props\)|config\.wrap)\)\n.*$/gm, ''],
  [/^function resolveConfig\(.*?^\}$/ms, 'const resolveConfig = (spec) => spec;'],
  [/^ {8}for \(let w of this\.wrappers\)\n.*$/m, ''],
  [/ inlineParsers = .*(?= endLeafBlock = )/, ''],
  [', wrappers = this.wrappers', ''],
  [', inlineParsers, inlineNames, wrappers)', ')'],
  [/\binlineParsers, $.*?\bwrappers(?=\) \{$)/ms, ''],
  [/: spec\.after \? .* \+ 1 (?=:)/, ''],
  // The parts that an editor has parsed before, or parses later, by their hashes; and texts with gaps.
  [/^ {8}if \(this\.(?:stoppedAt|fragments) .*\n.*$/gm, ''],
  [/^ {8}if \(child\.prop\(.*\n.*$/m, ''],
  [/^ {8}return new TreeElement\(.*$/m, ''],
  [/^ {8}let hash = .*$/m, ''],
  [/\b(?:parentHash|hash|this\.block\.hash), /g, ''],
  [/\.balance\(\{.*?^ {8}\}\)/ms, ''],
  [/^ {4}(?:get parsedPos|stopAt|reuseFragment|peekLine|moveRangeI|startComposite|addGaps)\(.*?^ {4}\}$/gms, ''],
  ['this.moveRangeI();', ''],
  [/this\.addGaps\((.*)\);$/m, '$1;'],
  [/^ {12}if \(this\.ranges\.length > 1\) \{.*?^ {12}\}$/ms, ''],
  [/^ {8}if \(!this\.input\.lineChunks\) (\{.*?^ {8}\})$.*?^ {8}\}$/ms, '$1'],
  [/^ {8}this\.(?:stoppedAt|reusePlaceholders|rangeI|ranges|fragments|hash|hashProp|marks|inline\w+|wrappers|nodes) = .*$/gm, ''],
  // Names that are not known.
  [/^ +if \((?:!handler|found == null|found < 0)\)\n.*$/gm, ''],
];

/** Of the package of random numbers this is called: the next one. */
const BESIDE_NEXT = [[/^\t(?:clone|jump|getState)\(\) \{.*?^\t\}$/gms, '']];

const PACKAGES = { '@lezer/markdown/dist/index.js': BESIDE_BLOCKS, 'pure-rand/lib/esm/generator/xoroshiro128plus.js': BESIDE_NEXT };

function onlyCalled() {
  return {
    name: 'only-called',
    setup(build) {
      build.onResolve({ filter: /^@lezer\/markdown$/ }, () => ({ path: path.resolve('node_modules/@lezer/markdown/dist/index.js') }));
      for (const [name, cuts] of Object.entries(PACKAGES)) build.onLoad({ filter: new RegExp(`node_modules/${name}$`.replaceAll('/', '[\\\\/]')) }, ({ path: file }) => {
        const source = fs.readFileSync(file, 'utf8');
        const lost = cuts.filter(([part]) => source.split(part).length < 2);
        if (lost.length) return { warnings: lost.map(([part]) => ({ text: `${name} has no ${part} any more` })) };
        return { contents: cuts.reduce((text, [part, instead]) => text.replace(part, instead), source), resolveDir: path.dirname(file) };
      });
    },
  };
}

module.exports = { onlyCalled };
