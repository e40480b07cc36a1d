using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace Klotho.Aws;

/// <summary>
/// The deletion of an object with a tag. What S3 does not decide because something else happened to the object meanwhile (409) is sent again.
/// Source: docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html, 2026-11-23.
/// </summary>
internal sealed class S3Deletion(IAmazonS3 client, string bucket, string key, string path)
{
    private const int Tries = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);

    /// <summary>Deletes it; false where it is not there any more.</summary>
    /// <param name="tag">The tag of the object to delete.</param>
    /// <param name="there">The object that was there a moment ago.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ConcurrencyException">It has another tag.</exception>
    public async ValueTask<bool> RunAsync(string tag, BlobInfo there, CancellationToken cancel)
    {
        if (there.Tag != tag)
        {
            throw Conflict();
        }

        for (var (turn, wait) = (1, FirstWait); ; turn++, wait *= 2)
        {
            try
            {
                await client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucket, Key = key, IfMatch = $"\"{tag}\"" }, cancel);
                return true;
            }
            catch (AmazonS3Exception failure) when (turn < Tries && failure.StatusCode == HttpStatusCode.Conflict)
            {
                // What the condition comes to is for the next try to say.
            }
            catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                throw Conflict(failure);
            }
            catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.NotFound)
            {
                return false;
            }

            await Task.Delay(wait * (0.5 + Random.Shared.NextDouble()), cancel);
        }
    }

    private ConcurrencyException Conflict(Exception? failure = null) =>
        new($"The file '{path}' was not deleted because it does not have the tag that was read: somebody else wrote it in between.", failure);
}
