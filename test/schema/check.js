// Compares a schema with the one that clients were made for, and fails where a change breaks them that the changelog does not
// announce:
//
//     node check.js PUBLISHED CURRENT CHANGELOG
//
// Announced is what the changelog says under "### Breaking" in its first section, in the very words that this prints.

import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';

const [published, current, changelog] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8'));

const announced = oneLine(breaking(changelog));
const unannounced = findBreakingChanges(build(published), build(current))
  .map((change) => change.description)
  .filter((description) => !announced.includes(oneLine(description)));

if (unannounced.length > 0) {
  console.error(
    `This breaks clients, and nobody told them:

${unannounced.map((description) => `- ${description}`).join('\n')}

Best keep what was there beside what is new, with @deprecated, which breaks nobody. Where that cannot be, copy these lines into
CHANGELOG.md, under "### Breaking" in its first section, and say at each what clients do instead.`,
  );
  process.exitCode = 1;
}

/** Builds a schema that gqlgen has found valid. The link to Federation's specification is not graphql-js's business. */
function build(text) {
  return buildSchema(text, { assumeValidSDL: true });
}

/** Returns what stands under "### Breaking" in the changelog's first section. */
function breaking(text) {
  const section = text.split(/^## /m)[1] ?? '';
  const part = section.split(/^### /m).find((part) => /^Breaking\s*$/m.test(part.split('\n')[0]));
  return part ?? '';
}

/** Puts a text on one line, without the marks of code, so that neither matters. */
function oneLine(text) {
  return text.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim();
}
