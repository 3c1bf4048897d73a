/** `media-2` before `media-10`; the same everywhere, whatever the locale of the runner. */
export function compare(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [x = '', y = ''] = [left[index], right[index]];
    const order = index % 2 === 1 ? inNumber(x, y) : inText(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length || inText(a, b);
}

/** Text and digits in turn. */
function parts(name: string): string[] {
  return name.split(/(\d+)/);
}

/** Digits of any length */
function inNumber(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return x.length - y.length || inText(x, y);
}

function inText(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
