/** What the words of a document say that holds in all of it, wherever they stand. */

export interface Said {
  /** It speaks of dependence: independence is not taken for granted. */
  dependent: boolean;
  /** It calls some variables uncorrelated. */
  uncorrelated: boolean;
  /** It calls some variables independent. */
  independent: boolean;
  /** It speaks of random variables. */
  random: boolean;
  /** Repeated indices are summed over. */
  summation: boolean;
  /** Something is done to each row of a matrix. */
  rowwise: boolean;
  /** Its data have been moved or scaled. */
  adjusted: boolean;
  /** All its quantities are numbers. */
  scalars: boolean;
  /** It speaks of the Kronecker product. */
  kronecker: boolean;
  /** It speaks of columns. */
  columns: boolean;
}

const WORDS: Record<keyof Said, RegExp> = {
  dependent: /\b(?:dependent|correlated|uncorrelated|correlation|not (?:\w+ )?independent|nicht unabhängig|abhängige?|(?:un)?korrelier\w*|Korrelation|no independientes|(?:no )?correlacionad\w+|non indépendant\w*|corrélé\w*)\b|不独立|相关/i,
  uncorrelated: /un[ck]orrel|non? corr[eé]l|不相关/i,
  independent: /\bind[eé]pendi?[ae]n|\bindipendent|\bi\.?\s?i\.?\s?d\b|\bunabhängig|[独獨]立|независим|독립/i,
  random: /random variable|expectation|expected value|variance of|i\.i\.d/i,
  summation: /Einstein (?:sum|notation|conv)|summation (?:convention|notation|symbol)|repeated[- ]ind/i,
  rowwise: /\brow[- ]?wise|\brow[- ]by[- ]row|\b(?:each|every|per|along|across|over) (?:of )?(?:the |its )?rows?\b|\b(?:zeilenweise|(?:jede\w*|pro) Zeile)|\b(?:chaque|par) ligne|\b(?:cada|por) (?:fila|linha)|逐行|每一?行|построчно/i,
  adjusted: /\b(?:zero|unit)[- ](?:mean|variance)|\bcente?r(?:ed|ing)|standardi[sz]ed/i,
  scalars: /\b(?:all|every(?:thing)?)(?: [^\s.;:⟦]+){0,4}? (?:is |are )?(?:a )?scalars?\b|\balle(?: [a-zß-ё]+){0,3} Skalare\b|\b(?:tou(?:te)?s|todas|todos)(?: [a-zß-ё]+){0,4} (?:des )?(?:scalaires|escalares)\b|(?:都|均)[为是]标量/i,
  kronecker: /\bkronecker|кронекер|克罗内克|克羅內克|クロネッカー|크로네커/i,
  columns: /\bcolumns?\b|\bspalten|\bcolonnes?\b|\bcolumnas?\b|\bcolunas?\b|столб|列|열/i,
};

export const saidIn = (words: string): Said => anyOf((what) => WORDS[what].test(words));

/** What any of several says. */
export const saidByAny = (all: readonly Said[]): Said => anyOf((what) => all.some((said) => said[what]));

const anyOf = (test: (what: keyof Said) => boolean): Said => Object.fromEntries((Object.keys(WORDS) as (keyof Said)[]).map((what) => [what, test(what)])) as Record<keyof Said, boolean>;

/** What begins a condition in other languages that homework comes in, in words and in signs. */
export const IFS = 'wenn|falls|si|quand|cuando|quando|если|при';
export const IF_SIGNS = '若|如果|(?<![应相适恰])[当當](?![前然])';
