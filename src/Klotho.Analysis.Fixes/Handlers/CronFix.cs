using Klotho.Analysis.Capabilities.Schedule;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Handlers;

/// <summary>Writes the five fields for what other kinds of cron write otherwise: <c>@daily</c>, a field of seconds, one of years, <c>?</c>.</summary>
internal sealed class CronFix : ICodeFix
{
    private static readonly (string Name, string Fields)[] Nicknames =
    [
        ("@annually", "0 0 1 1 *"), ("@daily", "0 0 * * *"), ("@hourly", "0 * * * *"), ("@midnight", "0 0 * * *"),
        ("@monthly", "0 0 1 * *"), ("@weekly", "0 0 * * 0"), ("@yearly", "0 0 1 1 *"),
    ];

    public IReadOnlyList<DiagnosticRule> Rules { get; } = [ScheduleRules.InvalidCron];

    public IEnumerable<CodeEdit> Propose(FixPlace place) =>
        place.Shown.FirstAncestorOrSelf<LiteralExpressionSyntax>() is { Token.Value: string written } literal && Fields(written) is { } fields && CronExpression.WhatIsWrong(fields) is null
            ? [new($"Write \"{fields}\"", CodeChange.Replace(literal, $"\"{fields}\""))]
            : [];

    private static string? Fields(string written)
    {
        var text = written.Trim();
        if (Nicknames.FirstOrDefault(each => each.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Fields is { } known)
        {
            return known;
        }

        var fields = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(field => field == "?" ? "*" : field).ToList();

        // Seconds come first where there are six, and years last where every year is meant. What is neither would run at other times.
        return fields.Count switch
        {
            5 => string.Join(" ", fields),
            6 when fields[0] == "0" => string.Join(" ", fields.Skip(1)),
            7 when fields[0] == "0" && fields[6] == "*" => string.Join(" ", fields.Skip(1).Take(5)),
            _ => null,
        };
    }
}
