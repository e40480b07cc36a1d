namespace Klotho.Emit.Schema;

/// <summary>The type of an input or output as the provider declares it.</summary>
public abstract record SchemaType
{
    private SchemaType()
    {
    }

    /// <summary>A text; <paramref name="Known"/> names an enumeration or lists the values (<c>a|b</c>) where the provider says which there are.</summary>
    public sealed record Text(string? Known = null) : SchemaType;

    /// <summary>A number; the provider's declarations don't say whether whole, <see cref="CSharpSdk.IsFraction"/> does.</summary>
    public sealed record Number : SchemaType;

    /// <summary>A number or a text, such as a port by number or by name.</summary>
    public sealed record NumberOrText : SchemaType;

    public sealed record Truth : SchemaType;

    public sealed record Anything : SchemaType;

    public sealed record Archive : SchemaType;

    public sealed record Asset : SchemaType;

    public sealed record List(SchemaType Item) : SchemaType;

    public sealed record Map(SchemaType Item) : SchemaType;

    /// <summary>A nested type by name: <c>aws:lambda.FunctionEnvironment</c>.</summary>
    public sealed record Nested(string Name) : SchemaType;

    /// <summary>A closed set of texts by name: <c>docker-build:Platform</c>.</summary>
    public sealed record Enumeration(string Name) : SchemaType;

    /// <summary>
    /// Reads the notation of the data file: <c>string[]</c>, <c>{string}</c>, <c>#aws:lambda.FunctionEnvironment</c>,
    /// <c>string of AWS_IAM|NONE</c>.
    /// </summary>
    public static SchemaType Parse(string text) => text switch
    {
        "string" => new Text(),
        "number" => new Number(),
        "boolean" => new Truth(),
        "number|string" => new NumberOrText(),
        "any" => new Anything(),
        "asset.Archive" => new Archive(),
        "asset.Asset" => new Asset(),
        _ when text.EndsWith("[]", StringComparison.Ordinal) => new List(Parse(text[..^2])),
        ['{', .. var item, '}'] => new Map(Parse(item)),
        ['#', .. var name] => new Nested(name),
        ['"', .. var only, '"'] => new Text(only),
        _ when text.StartsWith("string of ", StringComparison.Ordinal) => new Text(text["string of ".Length..]),
        _ when text.StartsWith("enum:", StringComparison.Ordinal) => new Enumeration(text["enum:".Length..]),
        _ => throw new FormatException($"The provider schema holds a type that nobody reads: {text}"),
    };
}
