// Serves the protocols of Amazon SNS, SQS and S3 (fauxqs) and DynamoDB (dynalite) on free ports of loopback, says which
// on a line of JSON, and ends when whoever started it closes its input or dies.
import { createHash, createHmac } from 'node:crypto';
import dynalite from 'dynalite';
import { buildApp } from 'fauxqs';
import { S3Store } from './node_modules/fauxqs/dist/s3/s3Store.js';
import { SqsStore } from './node_modules/fauxqs/dist/sqs/sqsStore.js';

// Without a host name of its own, a queue's URL is on the address that it was asked at.
const sqsStore = Object.assign(new SqsStore(), { host: '' });
const s3Store = new S3Store();
const aws = buildApp({ logger: false, stores: { sqsStore, s3Store }, defaultRegion: 'eu-central-1' });

// fauxqs ignores If-None-Match and, in writes and deletions, If-Match. Amazon S3 refuses a write over an object with the first, and over another one or none with the second (docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html),
// and the deletion of another one with the second (conditional-deletes.html).
const refuse = (reply, status, code, message) => reply.status(status).type('application/xml').send(`<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
const isThere = (bucket, key) => {
  try {
    return s3Store.getObject(bucket, key) !== undefined;
  } catch {
    return false;
  }
};
aws.addHook('preHandler', async (request, reply) => {
  if (request.headers['if-none-match'] === '*' && isThere(request.params.bucket, request.params['*'])) {
    return refuse(reply, 412, 'PreconditionFailed', 'At least one of the preconditions you specified did not hold.');
  }
  if (request.headers['if-match'] && ['PUT', 'POST', 'DELETE'].includes(request.method)) {
    const { bucket, '*': key } = request.params;
    return !isThere(bucket, key) ? refuse(reply, 404, 'NoSuchKey', 'The specified key does not exist.')
      : s3Store.getObject(bucket, key).etag !== request.headers['if-match'] ? refuse(reply, 412, 'PreconditionFailed', 'At least one of the preconditions you specified did not hold.')
      : undefined;
  }
});
// fauxqs refuses the last bytes where a file has fewer. Amazon S3 answers with the whole file then, as RFC 9110 (14.1.2) says.
aws.addHook('preHandler', async request => {
  if (/^bytes=-[1-9]/.test(request.headers.range ?? '') && isThere(request.params.bucket, request.params['*'])) {
    const length = s3Store.getObject(request.params.bucket, request.params['*']).body.length;
    if (length > 0 && Number(request.headers.range.slice('bytes=-'.length)) > length) {
      request.headers.range = 'bytes=0-';
    }
  }
});
// fauxqs takes any signature. Amazon S3 refuses a presigned URL that has ended or was changed
// (docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html).
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();
const presigned = request => {
  const [path, query] = request.raw.url.split('?');
  const pairs = query.split('&').filter(pair => !pair.startsWith('X-Amz-Signature=')).sort();
  const [, date, region, service, kind] = request.query['X-Amz-Credential'].split('/');
  const headers = request.query['X-Amz-SignedHeaders'].split(';').map(name => `${name}:${request.headers[name]}\n`).join('');
  const canonical = [request.method, path, pairs.join('&'), headers, request.query['X-Amz-SignedHeaders'], 'UNSIGNED-PAYLOAD'].join('\n');
  const text = ['AWS4-HMAC-SHA256', request.query['X-Amz-Date'], [date, region, service, kind].join('/'), createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [date, region, service, kind].reduce(hmac, 'AWS4example');
  const [, year, month, day, hour, minute, second] = request.query['X-Amz-Date'].match(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/);
  const end = Date.UTC(year, month - 1, day, hour, minute, second) + request.query['X-Amz-Expires'] * 1000;
  return hmac(key, text).toString('hex') === request.query['X-Amz-Signature'] && Date.now() < end && request.query['X-Amz-Expires'] <= 604800;
};
aws.addHook('preHandler', async (request, reply) => {
  if (request.query['X-Amz-Signature'] && !presigned(request)) {
    return refuse(reply, 403, 'AccessDenied', 'Request has expired, or its signature is another.');
  }
});
// fauxqs lists in the order of the machine's language, and ignores encoding-type. Amazon S3 lists in the order of the bytes of
// UTF-8, and encodes what XML cannot hold (docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html).
String.prototype.localeCompare = function (other) {
  return Buffer.compare(Buffer.from(String(this)), Buffer.from(other));
};
const unescapeXml = text => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]);
aws.addHook('onSend', async (request, _, payload) => request.query['encoding-type'] !== 'url' ? payload : payload
  .replace(/<Key>([^<]*)<\/Key>/g, (_, key) => `<Key>${encodeURIComponent(unescapeXml(key)).replaceAll('%2F', '/').replaceAll('%20', '+')}</Key>`)
  .replace('</ListBucketResult>', '<EncodingType>url</EncodingType></ListBucketResult>'));

await aws.listen({ host: '127.0.0.1', port: 0 });

const dynamodb = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
await new Promise(resolve => dynamodb.listen(0, '127.0.0.1', resolve));

console.log(JSON.stringify({ aws: aws.server.address().port, dynamodb: dynamodb.address().port }));
process.stdin.resume().on('end', () => process.exit(0));
