import { math } from 'micromark-extension-math';

type MathSyntax = ReturnType<typeof math>;
type Construct = Exclude<NonNullable<NonNullable<MathSyntax['text']>[string]>, readonly unknown[]>;
type Tokenize = Construct['tokenize'];

const dollar = 36;

/**
 * Math as the library reads it, but a single `$` opens a formula only where Pandoc would see
 * one: no space inside either dollar, no digit behind the closing one, and no sum of money
 * ("$5 and $10") between them.
 */
export function mathSyntax(): MathSyntax {
  const syntax = math();
  const formula = syntax.text?.[dollar] as Construct;
  const guarded: Construct = { ...formula, tokenize: guardedTokenize(formula) };
  return { ...syntax, text: { [dollar]: guarded } };
}

function guardedTokenize(formula: Construct): Tokenize {
  return function (effects, ok, nok) {
    const accepted = formula.tokenize.call(this, effects, ok, nok);
    return effects.check({ tokenize: lookAhead, partial: true }, accepted, nok);
  };
}

/** Reads up to the closing dollar and beyond by one character; the caller puts it all back. */
const lookAhead: Tokenize = (effects, ok, nok) => {
  let content = '';
  return (code) => {
    effects.enter('mathTextData');
    effects.consume(code);
    return first;
  };

  function first(code: number | null): ReturnType<typeof inside> {
    if (code !== dollar) return inside(code);
    effects.exit('mathTextData');
    return ok(code);
  }

  function inside(code: number | null): ReturnType<ReturnType<Tokenize>> {
    if (code === null) {
      effects.exit('mathTextData');
      return nok(code);
    }
    effects.consume(code);
    if (code === dollar) return behind;
    content += code < 0 ? ' ' : String.fromCodePoint(code);
    return inside;
  }

  function behind(code: number | null): ReturnType<typeof inside> {
    effects.exit('mathTextData');
    const digitFollows = code !== null && code >= 48 && code <= 57;
    return digitFollows || !isFormula(content) ? nok(code) : ok(code);
  }
};

function isFormula(content: string): boolean {
  return !/^\s|\s$/.test(content) && !isMoney(content);
}

/** "5 per seat, not 10": a sum followed by words, and nothing that only TeX would have. */
function isMoney(content: string): boolean {
  return /^\d[\d.,]*[kKmMbB]?[\s/–-]+\p{L}{2,}/u.test(content) && !/[\\^_{}=]/.test(content);
}
