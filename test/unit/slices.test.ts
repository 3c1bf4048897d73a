import { atOnce, inSlices, stepsOf, type Steps } from '../../src/slices';

function* sumTo(last: number): Steps<number> {
  let sum = 0;
  for (let next = 1; next <= last; next++) {
    sum += next;
    yield;
  }
  return sum;
}

it('comes to the same in one piece and in slices', async () => {
  expect(atOnce(sumTo(1000))).toBe(500_500);
  await expect(inSlices(sumTo(1000))).resolves.toBe(500_500);
});

it('lets others have their turn, however long it takes', async () => {
  let turned = false;
  setImmediate(() => (turned = true));
  function* untilTurned(): Steps<string> {
    while (!turned) yield;
    return 'turned';
  }
  await expect(inSlices(untilTurned())).resolves.toBe('turned');
});

it('fails as it would in one piece', async () => {
  function* failing(): Steps<never> {
    yield;
    throw new Error('no');
  }
  expect(() => atOnce(failing())).toThrow('no');
  await expect(inSlices(failing())).rejects.toThrow('no');
});

it('takes what is worked out in no steps for one that is', () => {
  expect(atOnce(stepsOf(sumTo(4)))).toBe(10);
  expect(atOnce(stepsOf({ sum: 10 }))).toEqual({ sum: 10 });
});
