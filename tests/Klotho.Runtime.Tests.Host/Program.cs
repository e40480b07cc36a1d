using Klotho.Runtime.Tests.Host;
using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

// An application of its own process, which tests may kill at any time.
var builder = WebApplication.CreateBuilder(args);

// First, so that Lambda is told of whatever keeps the process from starting.
builder.AddKlothoAws();
builder.AddKlothoPostgres();
builder.AddKlothoRedis();
builder.AddKlothoRabbitMq();
builder.Services.AddSingleton<ParcelLog>();
var hasShop = ShopApplication.IsAsked(builder);
builder.AddKlotho(
    new KlothoModule(
        typeof(HostDeclarations).Assembly,
        [.. HostDeclarations.All, .. LambdaDeclarations.All, .. ParcelDeclarations.All, .. RegistryDeclarations.All, .. hasShop ? ShopApplication.Declarations : []]),
    options =>
    {
        options.Lease = TimeSpan.FromSeconds(1);
        options.RetryDelays = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)];
    });
if (hasShop)
{
    ShopApplication.Add(builder);
}

var app = builder.Build();
app.MapKlotho();
HostEndpoints.Map(app);
LambdaEndpoints.Map(app);
ParcelEndpoints.Map(app);
if (hasShop)
{
    ShopApplication.Map(app);
    SaleEndpoints.Map(app);
}

app.Run();
