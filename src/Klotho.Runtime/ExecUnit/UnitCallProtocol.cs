using Microsoft.AspNetCore.Http;

namespace Klotho.Wiring;

/// <summary>What caller and called unit agree on.</summary>
internal static class UnitCallProtocol
{
    /// <summary>How many milliseconds the caller still waits: a span, because clocks differ.</summary>
    public const string DeadlineHeader = "Klotho-Deadline-Milliseconds";

    /// <summary>The digest of the method's contract, of a call at the caller and of an answer at the called unit.</summary>
    public const string ContractHeader = "Klotho-Contract";

    /// <summary>The same for a call that is sent again, and of no other call.</summary>
    public const string KeyHeader = "Klotho-Idempotency-Key";

    /// <summary>When the call was sent, in milliseconds since 1970-01-01 UTC.</summary>
    public const string TimeHeader = "Klotho-Time";

    /// <summary>What no other call carries: 32 hexadecimal digits.</summary>
    public const string NonceHeader = "Klotho-Nonce";

    /// <summary>The SHA-256 of the body, in lower-case hexadecimal digits.</summary>
    public const string BodyHeader = "Klotho-Body";

    /// <summary>How a nonce is written.</summary>
    public const string NonceFormat = "N";

    /// <summary>
    /// The largest arguments, and the largest result, in bytes of JSON: 6 MB, that of a synchronous AWS Lambda invocation.
    /// Source: docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html, 2026-11-22.
    /// </summary>
    public const int MaxBytes = 6 * 1024 * 1024;

    /// <summary>The last time that can be told.</summary>
    public static readonly long LastTime = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static string Path(string unit, string method) => $"/_klotho/calls/{unit}/{method}";

    /// <summary>The key of a method of an interface, as the generator writes it.</summary>
    public static string Method(Type type, string name) => $"{type.FullName?.Replace('+', '.')}.{name}";

    /// <summary>What is signed of a call with these headers.</summary>
    public static CallSignature Signed(IHeaderDictionary headers, string path) => new(
        path,
        One(headers, DeadlineHeader),
        One(headers, ContractHeader),
        One(headers, KeyHeader),
        One(headers, TimeHeader),
        One(headers, NonceHeader),
        One(headers, BodyHeader));

    /// <summary>The header's only value; null where there is none, or are several.</summary>
    public static string? One(IHeaderDictionary headers, string name) => headers[name] is [{ } value] ? value : null;
}
