using System.Globalization;
using System.Net;
using System.Text;
using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>Which calls a unit lets in.</summary>
public sealed class CallAdmissionTests : IAsyncLifetime
{
    private const string Path = "/_klotho/calls/math/Klotho.Runtime.Tests.Contracts.IArithmetic.";
    private const string Note = Path + "NoteAsync";
    private const string Body = """{"text":"noted"}""";
    private readonly ArithmeticTrace _trace = new();
    private TestApplication? _math;
    private bool _isTrusted;

    private TestApplication Math => _math ?? throw new InvalidOperationException("It has not started.");

    public async Task InitializeAsync() => _math = await TestApplication.StartAsync(
        UnitCallContract.Declarations,
        new() { ["Klotho:Unit"] = "math", ["Klotho:UnitToken"] = "t0ken" },
        builder => builder.Services.AddSingleton(_trace).AddSingleton<IStartupFilter>(new Platform(() => _isTrusted)));

    public async Task DisposeAsync() => await Math.DisposeAsync();

    [Fact]
    public async Task A_signed_call_is_let_in_once()
    {
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(nonce: "0123456789abcdef0123456789abcdef"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(nonce: "0123456789abcdef0123456789abcdef"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(nonce: "0123456789ABCDEF0123456789ABCDEF"));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync());

        Assert.Equal(["noted", "noted"], _trace.Texts);
    }

    [Theory]
    [InlineData(-55, HttpStatusCode.NoContent)]
    [InlineData(55, HttpStatusCode.NoContent)]
    [InlineData(-61, HttpStatusCode.Unauthorized)]
    [InlineData(65, HttpStatusCode.Unauthorized)]
    public async Task A_call_of_another_time_is_refused(int seconds, HttpStatusCode expected)
    {
        Assert.Equal(expected, await SendAsync(request => Set(request, "Klotho-Time", Milliseconds(seconds))));

        Assert.Equal(expected == HttpStatusCode.NoContent ? 1 : 0, _trace.Texts.Count);
    }

    [Theory]
    [InlineData("Klotho-Time", "")]
    [InlineData("Klotho-Time", "-1")]
    [InlineData("Klotho-Time", "99999999999999999")]
    [InlineData("Klotho-Nonce", "")]
    [InlineData("Klotho-Nonce", "abc")]
    [InlineData("Klotho-Body", "")]
    public async Task A_signed_call_that_says_no_time_no_nonce_or_another_body_is_refused(string header, string value)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(request => Set(request, header, value)));

        Assert.Empty(_trace.Texts);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("t0ken ")]
    [InlineData("T0KEN")]
    [InlineData("")]
    public async Task A_call_that_is_signed_with_another_token_is_refused(string token)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(token: token));

        Assert.Empty(_trace.Texts);
    }

    [Theory]
    [InlineData("Authorization", null)]
    [InlineData("Authorization", "Bearer t0ken")]
    [InlineData("Authorization", "Klotho-HMAC-SHA256 t0ken")]
    [InlineData("Klotho-Body", null)]
    [InlineData("Klotho-Nonce", "ffffffffffffffffffffffffffffffff")]
    [InlineData("Klotho-Deadline-Milliseconds", "60000")]
    [InlineData("Klotho-Contract", "0123456789abcdef")]
    [InlineData("Klotho-Idempotency-Key", "another")]
    public async Task A_call_whose_headers_are_changed_after_it_was_signed_is_refused(string header, string? value)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(change: request => Set(request, header, value)));

        Assert.Empty(_trace.Texts);
    }

    [Theory]
    [InlineData("""{"text":"stolen"}""")]
    [InlineData("""{"text":"noted" }""")]
    [InlineData("no JSON")]
    [InlineData("")]
    public async Task A_call_whose_body_is_changed_after_it_was_signed_is_refused(string body)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(change: request => request.Content = new StringContent(body)));

        Assert.Empty(_trace.Texts);
    }

    [Fact]
    public async Task The_signature_of_one_method_is_none_of_another() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(change: request => request.RequestUri = new Uri(Path + "WaitAsync", UriKind.Relative)));

    [Fact]
    public async Task A_body_that_comes_in_pieces_is_the_one_that_was_signed()
    {
        var text = new string('x', 300_000);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(request =>
        {
            request.Content = new StringContent($$"""{"text":"{{text}}"}""", Encoding.UTF8, "application/json");
            request.Headers.TransferEncodingChunked = true;
        }));

        Assert.Equal([text], _trace.Texts);
    }

    [Fact]
    public async Task A_call_that_the_platform_has_authenticated_needs_no_signature_and_its_nonce_is_let_in_once()
    {
        _isTrusted = true;

        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(token: "none", nonce: "0123456789abcdef0123456789abcdef"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(token: "none", nonce: "0123456789abcdef0123456789abcdef"));
        using var person = await Math.Http.PostAsync(Note, new StringContent(Body));
        Assert.Equal(HttpStatusCode.NoContent, person.StatusCode);
        Assert.Equal(2, _trace.Texts.Count);
    }

    private async Task<HttpStatusCode> SendAsync(
        Action<HttpRequestMessage>? prepare = null, Action<HttpRequestMessage>? change = null, string token = "t0ken", string? nonce = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Note) { Content = new StringContent(Body) };
        prepare?.Invoke(request);
        if (nonce is not null)
        {
            request.Headers.Add("Klotho-Nonce", nonce);
        }

        await SignedCall.SignAsync(request, Note, token);
        change?.Invoke(request);
        using var response = await Math.Http.SendAsync(request);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            Assert.Contains("\"code\":\"unauthorized\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        return response.StatusCode;
    }

    private static void Set(HttpRequestMessage request, string header, string? value)
    {
        request.Headers.Remove(header);
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }
    }

    private static string Milliseconds(int seconds) =>
        (DateTimeOffset.UtcNow + TimeSpan.FromSeconds(seconds)).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>A server that knows who calls.</summary>
    private sealed class Platform(Func<bool> knows) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                if (knows())
                {
                    context.Features.Set(new TrustedUnitCall("a role"));
                }

                await following(context);
            });
            next(app);
        };
    }
}
