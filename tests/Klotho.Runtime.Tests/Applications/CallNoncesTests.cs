using Klotho.Runtime.Tests.Servers;
using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>How long calls that were let in are remembered, and how many.</summary>
public sealed class CallNoncesTests
{
    private readonly SetClock _clock = new();

    [Fact]
    public void A_call_is_remembered_until_it_is_too_old_to_be_let_in()
    {
        var nonces = new CallNonces(_clock);
        var sent = _clock.GetUtcNow();
        var nonce = Guid.NewGuid();

        Assert.Equal(CallAge.New, nonces.Take(sent, nonce));
        for (var ahead = 0; ahead < 60; ahead++)
        {
            _clock.Ahead = TimeSpan.FromSeconds(ahead);
            Assert.Equal(CallAge.New, nonces.Take(_clock.GetUtcNow(), Guid.NewGuid()));
            Assert.Equal(CallAge.Replayed, nonces.Take(sent, nonce));
        }

        _clock.Ahead = TimeSpan.FromSeconds(61);
        Assert.Equal(CallAge.OutOfTime, nonces.Take(sent, nonce));
    }

    [Fact]
    public void A_call_of_the_future_is_remembered_until_it_is_too_old()
    {
        var nonces = new CallNonces(_clock);
        var sent = _clock.GetUtcNow() + TimeSpan.FromSeconds(50);
        var nonce = Guid.NewGuid();
        Assert.Equal(CallAge.New, nonces.Take(sent, nonce));

        _clock.Ahead = TimeSpan.FromSeconds(105);
        Assert.Equal(CallAge.New, nonces.Take(_clock.GetUtcNow(), Guid.NewGuid()));
        Assert.Equal(CallAge.Replayed, nonces.Take(sent, nonce));
    }

    [Fact]
    public void What_is_full_refuses_until_there_is_room_and_forgets_nothing()
    {
        var nonces = new CallNonces(_clock, capacity: 2);
        var (sent, nonce) = (_clock.GetUtcNow(), Guid.NewGuid());
        Assert.Equal(CallAge.New, nonces.Take(sent, nonce));
        Assert.Equal(CallAge.New, nonces.Take(sent, Guid.NewGuid()));

        Assert.Equal(CallAge.Unknown, nonces.Take(sent, Guid.NewGuid()));
        Assert.Equal(CallAge.Replayed, nonces.Take(sent, nonce));
        _clock.Ahead = TimeSpan.FromSeconds(75);
        Assert.Equal(CallAge.New, nonces.Take(_clock.GetUtcNow(), Guid.NewGuid()));
    }
}
