using Amazon.DynamoDBv2.Model;

namespace Klotho.Aws;

/// <summary>A write condition as an expression of DynamoDB.</summary>
/// <param name="Expression">The expression; null where there is no condition.</param>
/// <param name="Names">The names that it uses.</param>
/// <param name="Values">The values that it uses.</param>
internal sealed record DynamoDbCondition(string? Expression, Dictionary<string, string>? Names, Dictionary<string, AttributeValue>? Values)
{
    private const string HasEnded = "#expires <= :now";

    private static readonly DynamoDbCondition None = new(null, null, null);

    /// <summary>The condition, for which an item that has ended is not there.</summary>
    public static DynamoDbCondition Of(WriteCondition condition, DateTimeOffset now) => condition switch
    {
        { MustBeAbsent: true } => new(
            $"attribute_not_exists(pk) OR {HasEnded}",
            new(StringComparer.Ordinal) { ["#expires"] = DynamoDbItem.Expires },
            new(StringComparer.Ordinal) { [":now"] = DynamoDbItem.Now(now) }),
        { Version: { } version } => new(
            $"#version = :version AND NOT ({HasEnded})",
            new(StringComparer.Ordinal) { ["#version"] = DynamoDbItem.Version, ["#expires"] = DynamoDbItem.Expires },
            new(StringComparer.Ordinal) { [":version"] = new AttributeValue(version.Token), [":now"] = DynamoDbItem.Now(now) }),
        _ => None,
    };
}
