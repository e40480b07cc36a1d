using Klotho.Drivers;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Klotho.Runtime.Tests;

/// <summary>The serializer of an application that configures nothing.</summary>
internal static class JsonSerializerFixture
{
    public static PayloadSerializer Default { get; } = new(Options.Create(new JsonOptions()));
}
