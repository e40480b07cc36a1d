using Klotho.Analysis;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>
/// A shape of code that uses a blob store: a handler's body with the store as <c>s</c>, and types. Where a type needs a
/// store by injection, it takes <c>[Persist("s")]</c> itself.
/// </summary>
internal static class Shape
{
    private const string Every = "DeleteAsync LinkAsync ListAsync ReadAsync ReplaceAsync StatAsync WriteAsync";

    /// <summary>Checks for exactly these operations: <c>"ReadAsync StatAsync"</c>; <c>"*"</c> where the store must be widened, and said to be.</summary>
    public static void Check(string operations, string body, string types = "")
    {
        var result = Analyze(body, types);
        var told = result.Diagnostics.Items.Select(each => each.Rule.Code.Value).Where(code => code is "KL1070" or "KL1071").Distinct().ToList();
        Assert.Equal(operations == "*" ? Every : operations, Operations(result));
        Assert.True(operations == "*" == told.Count > 0, $"Widening is told by: {string.Join(" ", result.Diagnostics.Items.Select(each => each.Message))}");
    }

    /// <summary>The operations on the store, without their interface.</summary>
    public static string Operations(AnalysisResult result) => string.Join(" ", result.Graph.Edges.Items
        .Where(edge => edge.To.Name == "s")
        .SelectMany(edge => edge.Operations.Items)
        .Select(operation => operation.Name.Split('.')[1])
        .Distinct()
        .Order(StringComparer.Ordinal));

    private static AnalysisResult Analyze(string body, string types) => App.Analyze($$"""
        using System.Runtime.CompilerServices;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;

        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapGet("/", async ([Persist("s")] IBlobStore s, [Persist("o")] IBlobStore o, IServiceProvider services) =>
        {
            await Task.Yield();
            {{body}}
        });
        app.Run();

        {{types}}
        """);
}
