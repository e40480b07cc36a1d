// Runs emitted programs under the real Pulumi SDK, with mocks instead of an engine.
// stdin: [{ name, path, project, settings, outputs: { resource: { output: value } }, results: { function: { member: value } } }]
// stdout: [{ name, error, registered: [...], stack: {...} }]
const { text } = require("node:stream/consumers");
const pulumi = require("@pulumi/pulumi");
const { MockMonitor } = require("@pulumi/pulumi/runtime/mocks");
const { withLocalStorage } = require("@pulumi/pulumi/runtime/state");

// What the mocks are not told: options, and who depends on whom.
const register = MockMonitor.prototype.registerResource;
MockMonitor.prototype.registerResource = function (request, answer) {
  const inputs = plain(pulumi.runtime.deserializeProperties(request.getObject()));
  this.mocks.registered.push({
    type: request.getType(),
    name: request.getName(),
    parent: last(request.getParent()),
    inputs,
    protect: request.getProtect(),
    retain: request.getRetainondelete(),
    ignore: request.getIgnorechangesList(),
    import: request.getImportid(),
    provider: last(request.getProvider().replace(/::[^:]*$/, "")),
    aliases: request.getAliasesList().map(alias => alias.getSpec()?.getName()).filter(Boolean),
    needs: request.getDependenciesList().map(last).sort(),
  });
  return register.call(this, request, answer);
};

const last = urn => urn.split("::").at(-1);

/** Assets as what they stand for, secrets as what they hide. */
function plain(value) {
  if (value instanceof pulumi.asset.FileArchive) return `archive ${value.path}`;
  if (value instanceof pulumi.asset.FileAsset) return `asset ${value.path}`;
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  if ("4dabf18193072939515e22adb298388d" in value) return plain(value.value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

async function run(program) {
  const mocks = {
    registered: [],
    newResource: args => ({ id: `${args.name}.id`, state: { ...args.inputs, ...program.outputs[args.name] } }),
    call: args => program.results[args.token] ?? fail(`${args.token} is not expected`),
  };
  return withLocalStorage(async () => {
    await pulumi.runtime.setMocks(mocks, program.project, "test");
    pulumi.runtime.setAllConfig(Object.fromEntries(Object.entries(program.settings).map(([key, value]) => [`${program.project}:${key}`, value])));
    const outputs = await pulumi.runtime.runInPulumiStack(async () => require(program.path));
    await pulumi.runtime.waitForRPCs();
    const stack = Object.fromEntries(await Promise.all(Object.entries(outputs).map(async ([name, value]) => [name, await pulumi.output(value).promise()])));
    return { name: program.name, registered: mocks.registered, stack };
  });
}

function fail(message) {
  throw new Error(message);
}

async function main() {
  const answers = [];
  let failure;
  process.on("unhandledRejection", error => { failure ??= String(error?.stack ?? error); });
  for (const program of JSON.parse(await text(process.stdin))) {
    failure = undefined;
    const answer = await run(program).catch(error => ({ name: program.name, error: String(error?.stack ?? error) }));
    await new Promise(resolve => setImmediate(resolve));
    answers.push(failure ? { name: program.name, error: failure } : answer);
  }
  process.stdout.write(JSON.stringify(answers));
}

main();
