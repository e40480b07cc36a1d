using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>Both units in one process.</summary>
public sealed class PlainUnitCallTests : UnitCallContract
{
    private TestApplication? _app;
    private AsyncServiceScope _scope;

    protected override IArithmetic Target => _scope.ServiceProvider.GetRequiredService<IArithmetic>();

    public override async Task InitializeAsync()
    {
        _app = await TestApplication.StartAsync(Declarations, configure: builder => builder.Services.AddSingleton(Trace));
        _scope = _app.Services.CreateAsyncScope();
    }

    public override async Task DisposeAsync()
    {
        await _scope.DisposeAsync();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    [Fact]
    public void The_interface_is_the_class() => Assert.IsType<Arithmetic>(Target);
}
