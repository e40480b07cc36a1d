using System.Diagnostics;
using System.Text.RegularExpressions;
using Klotho.Analysis.Routes;
using Klotho.Emit.Capabilities.Expose;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>Whatever ASP.NET Core's own matcher takes, a gateway hands on.</summary>
public sealed class GatewayMatchingTests
{
    private const int Patterns = 300;
    private const int PathsOfEach = 12;

    private static readonly string[] Segments =
    [
        "decks", "Admin", "v1.0", "a-b", "decks", "{0}", "{0:int}", "{0=home}", "{0?}", "x{0}", "{0}.{1?}", "{*0}", "{**0}", "{{x}}", "x}}y", "{0:int?}",
    ];

    [Theory]
    [InlineData(20261122)]
    public async Task A_gateway_is_never_stricter_than_the_application(int seed)
    {
        var random = new Random(seed);
        using var services = new ServiceCollection().AddLogging().AddMetrics().AddRouting().AddSingleton(new DiagnosticListener("tests")).BuildServiceProvider();
        var (wrong, taken) = (new List<string>(), 0);
        foreach (var pattern in Enumerable.Range(0, Patterns * 3).Select(_ => Pattern(random)).Where(IsTaken).Take(Patterns))
        {
            var application = Application(services, pattern);
            var prefix = RoutePrefix.Of(new(new(RouteNode.Kind, pattern), default, default, pattern, "handler", IsProxy: false), random.Next(1, 4));
            for (var number = 0; number < PathsOfEach; number++)
            {
                // The one thing in which API Gateway is stricter, and documented to be, is the case of the literal beginning.
                var path = Path(random, pattern);
                var anyCase = string.Concat(path.Select(letter => random.Next(2) == 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter)));
                taken += await Takes(application, services, path) ? 1 : 0;
                if (await Takes(application, services, path) && !prefix.Keys().Any(key => Matches(key["ANY ".Length..], path)))
                {
                    wrong.Add($"API Gateway: {pattern} takes {path}, not one of {string.Join(", ", prefix.Keys())}");
                }

                if (await Takes(application, services, anyCase) && PathExpression.Of(prefix) is { } expression && !Regex.IsMatch(anyCase, expression))
                {
                    wrong.Add($"load balancer: {pattern} takes {anyCase}, not {expression}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().OrderBy(each => each.Length).Take(10)));
        Assert.True(taken > Patterns * 3, $"{taken} paths matched");
    }

    private static string Pattern(Random random) => "/" + string.Join('/', Enumerable.Range(0, random.Next(0, 4)).Select(index =>
        Segments[random.Next(Segments.Length)].Replace("0", $"p{index}", StringComparison.Ordinal).Replace("{1", $"{{q{index}", StringComparison.Ordinal)));

    private static bool IsTaken(string pattern)
    {
        try
        {
            return RoutePatternFactory.Parse(pattern) is not null;
        }
        catch (RoutePatternException)
        {
            return false;
        }
    }

    // A path that may belong to the pattern: what can be left out at its end sometimes is, and a slash may follow.
    private static string Path(Random random, string pattern)
    {
        var segments = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (segments.Count > 0 && (segments[^1].Contains('?', StringComparison.Ordinal) || segments[^1].Contains('=', StringComparison.Ordinal) || segments[^1].Contains('*', StringComparison.Ordinal)) && random.Next(2) == 0)
        {
            segments.RemoveAt(segments.Count - 1);
        }

        var values = segments.Select(segment => segment.StartsWith("{*", StringComparison.Ordinal)
            ? string.Join('/', Enumerable.Repeat("rest", random.Next(1, 3)))
            : Regex.Replace(segment.Replace("{{", "<", StringComparison.Ordinal).Replace("}}", ">", StringComparison.Ordinal), @"\.?\{[^}]*\?\}|\{[^}]*\}", found => found.Value.StartsWith('.') ? random.Next(2) == 0 ? ".png" : "" : "7")
                .Replace('<', '{').Replace('>', '}'));
        return "/" + string.Join('/', values) + (random.Next(3) == 0 && segments.Count > 0 ? "/" : "");
    }

    /// <summary>As API Gateway matches: to the letter, and <c>{proxy+}</c> takes one letter or more.</summary>
    private static bool Matches(string key, string path) => key.EndsWith("{proxy+}", StringComparison.Ordinal)
        ? path.StartsWith(key[..^"{proxy+}".Length], StringComparison.Ordinal) && path.Length > key.Length - "{proxy+}".Length
        : path == key;

    private static RequestDelegate Application(IServiceProvider services, string pattern)
    {
        var builder = new ApplicationBuilder(services);
        builder.UseRouting();
        builder.UseEndpoints(endpoints => endpoints.Map(pattern, context =>
        {
            context.Items["taken"] = true;
            return Task.CompletedTask;
        }));
        return builder.Build();
    }

    private static async Task<bool> Takes(RequestDelegate application, IServiceProvider services, string path)
    {
        var context = new DefaultHttpContext { RequestServices = services, Request = { Method = "GET", Path = path } };
        await application(context);
        return context.Items.ContainsKey("taken");
    }
}
