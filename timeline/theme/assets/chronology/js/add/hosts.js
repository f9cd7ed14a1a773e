/*
 * Hosts in other alphabets: addresses carry them in Punycode (RFC 3492), which shows nobody what it says.
 */

/**
 * An address with its host in its own alphabet; null where the host says nothing in any.
 *
 * @param {string} url
 */
export function shown(url) {
  const [, scheme, host, rest] = /^(\w+:\/\/)([^/?#]*)(.*)$/s.exec(url) ?? ["", "", "", url];
  try {
    return scheme + host.toLowerCase().replace(/(?<=^|\.)xn--([^.:]*)/g, (_, label) => decoded(label)) + rest;
  } catch {
    return null;
  }
}

/**
 * Decodes one label; the bounds are those of RFC 3492, section 5.
 *
 * @param {string} label Without its `xn--`.
 */
function decoded(label) {
  const [, plain = "", coded = ""] = /^(?:(.*)-)?(.*)$/.exec(label) ?? [];
  const letters = [...plain];
  let [code, at, bias, read] = [128, 0, 72, 0];
  while (read < coded.length) {
    const before = at;
    let weight = 1;
    for (let base = 36; ; base += 36) {
      // The digits are a to z and 0 to 9, in this order.
      const digit = (Number.parseInt(coded[read++] ?? "-", 36) + 26) % 36;
      const least = Math.min(Math.max(base - bias, 1), 26);
      at += digit * weight;
      if (!(digit >= least)) {
        break;
      }
      weight *= 36 - least;
    }
    const length = letters.length + 1;
    let delta = Math.floor((at - before) / (before ? 2 : 700));
    delta += Math.floor(delta / length);
    for (bias = 0; delta > 455; bias += 36) {
      delta = Math.floor(delta / 35);
    }
    bias += Math.floor((36 * delta) / (delta + 38));
    code += Math.floor(at / length);
    at %= length;
    letters.splice(at++, 0, String.fromCodePoint(code));
  }
  return letters.join("");
}
