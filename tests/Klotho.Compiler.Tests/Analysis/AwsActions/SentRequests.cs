using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using Amazon.Runtime;
using Klotho.EndToEnd.Tests.Permissions;
using Microsoft.AspNetCore.Http;

namespace Klotho.Compiler.Tests.Analysis.AwsActions;

/// <summary>What AWS's clients send when an operation is called, read as IAM reads it. Nothing leaves the process.</summary>
internal sealed class SentRequests : HttpClientFactory
{
    // What says where content comes from: one of them is enough. A version of an object has actions of its own.
    private static readonly string[] LeftOut = ["FilePath", "ContentBody", "VersionId", "SourceVersionId"];

    private readonly ConcurrentQueue<AwsCall> calls = new();

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Refusing(calls));

    /// <summary>The actions that one operation needs by what it sends; none where the client refuses to send what was made up.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(object client, MethodInfo operation)
    {
        calls.Clear();
        var request = Activator.CreateInstance(operation.GetParameters()[0].ParameterType) ?? throw new InvalidOperationException(operation.Name);
        foreach (var property in request.GetType().GetProperties().Where(each => each.CanWrite && !LeftOut.Contains(each.Name)))
        {
            if (property.PropertyType == typeof(string))
            {
                property.SetValue(request, "xx");
            }
            else if (property.PropertyType == typeof(int?) && property.Name == "PartNumber")
            {
                property.SetValue(request, 1);
            }
            else if (property.PropertyType == typeof(Stream))
            {
                property.SetValue(request, new MemoryStream([1]));
            }
        }

        // The answer is a refusal, or the client refuses first.
        Assert.NotNull(await Record.ExceptionAsync(() => (Task?)operation.Invoke(client, [request, CancellationToken.None]) ?? Task.CompletedTask));
        return [.. calls.Select(call => call.Action).Distinct().Order(StringComparer.Ordinal)];
    }

    private sealed class Refusing(ConcurrentQueue<AwsCall> calls) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var received = new DefaultHttpContext().Request;
            received.Method = request.Method.Method;
            received.Path = request.RequestUri?.AbsolutePath;
            received.QueryString = new(request.RequestUri?.Query);
            received.Host = new(request.RequestUri?.Host ?? "");
            foreach (var (name, values) in request.Headers)
            {
                received.Headers[name] = values.ToArray();
            }

            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            foreach (var call in AwsCallReading.Read(received, body, StatusCodes.Status200OK))
            {
                calls.Enqueue(call);
            }

            return new(HttpStatusCode.BadRequest);
        }
    }
}
