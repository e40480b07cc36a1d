namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>The application as it runs while the tests of a class do.</summary>
/// <param name="place">Where.</param>
public abstract class RunningDesk(Place place) : IAsyncLifetime
{
    private DeskHost? _desk;

    internal Place Place => place;

    internal DeskHost Desk => _desk ?? throw new InvalidOperationException("It does not run.");

    public async Task InitializeAsync()
    {
        if (Programs.WhyNot(DeskContract.Needed) is null)
        {
            _desk = await StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_desk is not null)
        {
            await _desk.DisposeAsync();
        }
    }

    private protected abstract Task<DeskHost> StartAsync();
}
