// An independent reader of Dockerfiles. stdin: ["…"]; stdout: for each Dockerfile what a linter finds wrong, its stages with their
// instructions, and the default values of the arguments before the first stage.
import { text } from 'node:stream/consumers';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { DockerfileParser } = require('dockerfile-ast');
const { validate } = require('dockerfile-utils');

const files = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(files.map((content) => {
  const file = DockerfileParser.parse(content);
  const stages = [];
  for (const instruction of file.getInstructions()) {
    const keyword = instruction.getKeyword();
    const flags = (instruction.getFlags?.() ?? []).map((flag) => `--${flag.getName()}=${flag.getValue()} `).join('');
    if (keyword === 'FROM') {
      stages.push({ name: instruction.getBuildStage(), from: instruction.getImage(), instructions: [] });
    } else {
      stages.at(-1)?.instructions.push(`${keyword} ${flags}${instruction.getArgumentsContent()}`);
    }
  }
  return {
    problems: validate(content).map((problem) => `${problem.range.start.line + 1}: ${problem.message}`),
    arguments: Object.fromEntries(file.getInitialARGs().map((arg) => [arg.getProperty().getName(), arg.getProperty().getValue()])),
    stages,
  };
})));
