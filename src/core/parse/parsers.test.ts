import { describe, expect, test } from 'vitest';
import { cases as dockerfile } from './dockerfile.cases.ts';
import { cases as environmentYml } from './environment-yml.cases.ts';
import { cases as imageMentions } from './image-mentions.cases.ts';
import { cases as readme } from './readme.cases.ts';
import { cases as workflow } from './workflow.cases.ts';
import { cases as yaml } from './yaml.cases.ts';

const tables = { yaml, environmentYml, readme, dockerfile, imageMentions, workflow };

describe.each(Object.entries(tables))('%s', (_parser, cases) => {
  test.each(cases)('$name', ({ parse, expected }) => {
    expect(parse()).toEqual(expected);
  });
});
