using Klotho.Analysis.Routes.Templates;
using Klotho.Compiler.Tests.Harness;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>ASP.NET Core's own parser says which templates it takes, and what is in them.</summary>
public sealed class RouteTemplateTests
{
    private const int Generated = 20_000;

    private static readonly string[] Pieces =
    [
        "/", "/", "/", "a", "b-c", ".", "?", "{", "}", "{{", "}}", "{id}", "{name}", "{id?}", "{*rest}", "{**rest}", "{*rest?}", "{id=1}", "{id:int}", "{id:int=1}",
        "{id:", "{id:regex(^\\d{{3}}$)}", "{id:range(1,2):min(1)?}", "{id:x(a:b)=c}", "{:id}", "{=id}", "{id=}", "{id:}", "{id::int}", "{a(b}", "{id:f(=x}", "{id:f(a)b)}", "~", "~/", "*", ":", "=", "(", ")", "é",
    ];

    [Theory]
    [InlineData(20261122)]
    public void Every_template_gets_the_verdict_that_the_framework_gives(int seed)
    {
        var random = new Random(seed);
        var wrong = new List<string>();
        var taken = 0;
        for (var number = 0; number < Generated; number++)
        {
            var template = string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var (framework, here) = (Framework(template), Here(template));
            taken += framework is null ? 0 : 1;
            if (framework != here)
            {
                wrong.Add($"{template}\n  framework: {framework ?? "refused"}\n  here:      {here ?? "refused"}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Generated}:\n{string.Join('\n', wrong.OrderBy(each => each.Length).Take(8))}");
        Assert.InRange(taken, Generated / 10, Generated * 9 / 10);
    }

    [Theory]
    [InlineData("app.MapGet(⟦KL1062:\"/{id\"⟧, () => 1);")]
    [InlineData("app.MapPost(⟦KL1062:$\"/{{{nameof(args)}}}/{{**x}}/y\"⟧, () => 1);")]
    [InlineData("app.MapGroup(⟦KL1062:\"/{a}{b}\"⟧).MapGet(\"x\", () => 1);")]
    [InlineData("app.MapGroup(\"/{id}\").MapGet(⟦KL1062:\"{id}\"⟧, () => 1);")]
    [InlineData("app.MapHub<Chat>(⟦KL1062:\"/{*chat?}\"⟧);")]
    [InlineData("app.MapControllers();")]
    public void A_template_that_is_refused_is_told_where_it_is_written(string mapping)
    {
        var action = mapping.Contains("Controllers", StringComparison.Ordinal) ? "⟦KL1062:\"{id}/x}\"⟧" : "\"{id}/x\"";
        Squiggle.Check($$"""
            using Microsoft.AspNetCore.Mvc;
            var app = WebApplication.CreateBuilder(args).Build();
            {{mapping}}
            app.Run();
            class Chat : Microsoft.AspNetCore.SignalR.Hub;
            [Route("chats/[controller]")]
            public class ChatController : ControllerBase { [HttpGet({{action}})] public int Get(int id) => id; }
            """);
    }

    private static string? Framework(string template)
    {
        try
        {
            return string.Join(" ", RoutePatternFactory.Parse(template).PathSegments.SelectMany(segment => segment.Parts).Select(part => part switch
            {
                RoutePatternParameterPart parameter => Parameter(
                    parameter.Name, parameter.IsCatchAll, parameter.IsOptional, (string?)parameter.Default, parameter.ParameterPolicies.Select(policy => policy.Content ?? "")),
                RoutePatternSeparatorPart separator => separator.Content,
                _ => ((RoutePatternLiteralPart)part).Content,
            }));
        }
        catch (Exception refusal) when (refusal is RoutePatternException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Here(string template) => TemplateReader.Read(template).Template is not { } read ? null
        : string.Join(" ", read.Segments.SelectMany(segment => segment.Parts).Select(part => part.IsLiteral
            ? part.Text
            : Parameter(part.Text, part.IsCatchAll, part.IsOptional, part.Default, part.Constraints)));

    private static string Parameter(string name, bool isCatchAll, bool isOptional, string? otherwise, IEnumerable<string> constraints) =>
        $"{{{(isCatchAll ? "*" : "")}{name}{(isOptional ? "?" : "")}={otherwise ?? "none"}:{string.Join(":", constraints)}}}";
}
