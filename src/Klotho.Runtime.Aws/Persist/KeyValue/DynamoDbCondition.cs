using Amazon.DynamoDBv2.Model;

namespace Klotho.Aws;

/// <summary>A write condition as an expression of DynamoDB.</summary>
/// <param name="Expression">The expression; null where there is no condition.</param>
/// <param name="Names">The names that it uses.</param>
/// <param name="Values">The values that it uses.</param>
internal sealed record DynamoDbCondition(string? Expression, Dictionary<string, string>? Names, Dictionary<string, AttributeValue>? Values)
{
    private static readonly DynamoDbCondition None = new(null, null, null);
    private static readonly DynamoDbCondition Absent = new("attribute_not_exists(pk)", null, null);

    public static DynamoDbCondition Of(WriteCondition condition) => condition switch
    {
        { MustBeAbsent: true } => Absent,
        { Version: { } version } => new(
            "#version = :version",
            new(StringComparer.Ordinal) { ["#version"] = DynamoDbItem.Version },
            new(StringComparer.Ordinal) { [":version"] = new AttributeValue(version.Token) }),
        _ => None,
    };
}
