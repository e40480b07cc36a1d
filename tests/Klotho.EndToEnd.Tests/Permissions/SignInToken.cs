using System.Globalization;
using Amazon.Runtime;
using Klotho.Runtime.Tests.Aws;
using Microsoft.AspNetCore.WebUtilities;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>A token that a unit has signed in with, which is refused unless the SDK's own signer makes the same of the unit's credentials.</summary>
/// <param name="Service">What it is for, as signatures name it: <c>rds-db</c>.</param>
/// <param name="Host">What it signs in to.</param>
/// <param name="User">Who signs in.</param>
internal sealed record SignInToken(string Service, string Host, string User)
{
    /// <param name="text">The token.</param>
    /// <param name="userName">What the service calls the user: <c>DBUser</c>.</param>
    public static SignInToken Read(string text, string userName)
    {
        var query = QueryHelpers.ParseQuery(text[text.IndexOf('?', StringComparison.Ordinal)..]);
        var token = new SignInToken($"{query["X-Amz-Credential"]}".Split('/')[3], text[..text.IndexOf('/', StringComparison.Ordinal)], $"{query[userName]}");
        var made = DateTime.ParseExact($"{query["X-Amz-Date"]}", "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        Assert.InRange(made, DateTime.UtcNow.AddMinutes(-15), DateTime.UtcNow.AddMinutes(1));
        var credentials = new BasicAWSCredentials(Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"), Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY")).GetCredentials();
        Assert.Equal(
            TokenOracle.Pairs(TokenOracle.Sign(token.Service, new Uri($"http://{token.Host}"), userName, token.User, Arns.Region, credentials, made)),
            TokenOracle.Pairs(text));
        return token;
    }
}
