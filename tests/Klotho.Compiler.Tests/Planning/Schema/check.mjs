// An independent judge of klotho.yaml: another YAML parser and another schema validator than Klotho's own.
// stdin: {"schema": {…}, "documents": ["…"]}; stdout: an array with null for each valid document, else why it is not.
import { text } from 'node:stream/consumers';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const input = JSON.parse(await text(process.stdin));
const validate = new Ajv.default({ strict: true, allowUnionTypes: true, allErrors: false }).compile(input.schema);
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
