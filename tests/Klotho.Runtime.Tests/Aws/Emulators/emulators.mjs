// Serves the protocols of Amazon SNS, SQS and S3 (fauxqs) and DynamoDB (dynalite) on free ports of loopback, says which
// on a line of JSON, and ends when whoever started it closes its input or dies.
import dynalite from 'dynalite';
import { buildApp } from 'fauxqs';
import { SqsStore } from './node_modules/fauxqs/dist/sqs/sqsStore.js';

// Without a host name of its own, a queue's URL is on the address that it was asked at.
const sqsStore = Object.assign(new SqsStore(), { host: '' });
const aws = buildApp({ logger: false, stores: { sqsStore }, defaultRegion: 'eu-central-1' });
await aws.listen({ host: '127.0.0.1', port: 0 });

const dynamodb = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
await new Promise(resolve => dynamodb.listen(0, '127.0.0.1', resolve));

console.log(JSON.stringify({ aws: aws.server.address().port, dynamodb: dynamodb.address().port }));
process.stdin.resume().on('end', () => process.exit(0));
