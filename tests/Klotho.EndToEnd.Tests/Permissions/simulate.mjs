// Reads [{ principal, action, resource, account, context, policies, resourcePolicy }], writes for each how IAM decides, by iam-simulate.
import { runSimulation } from '@cloud-copilot/iam-simulate';

let input = '';
for await (const chunk of process.stdin) input += chunk;
const answers = [];
for (const { principal, action, resource, account, context, policies, resourcePolicy } of JSON.parse(input)) {
  const answer = await runSimulation({
    request: { principal, action, resource: { resource, accountId: account }, contextVariables: { 'aws:SecureTransport': 'true', ...context } },
    identityPolicies: policies.map((policy, index) => ({ name: `policy-${index}`, policy })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy: resourcePolicy ?? undefined,
  }, {});
  answers.push(answer.resultType === 'error' ? JSON.stringify(answer.errors) : answer.overallResult);
}
console.log(JSON.stringify(answers));
