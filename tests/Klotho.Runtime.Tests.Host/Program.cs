using Klotho.Runtime.Tests.Host;
using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;

// An application of its own process, which tests may kill at any time.
var builder = WebApplication.CreateBuilder(args);

// First, so that Lambda is told of whatever keeps the process from starting.
builder.AddKlothoAws();
builder.AddKlotho(
    new KlothoModule(typeof(HostDeclarations).Assembly, [.. HostDeclarations.All, .. LambdaDeclarations.All]),
    options => options.Lease = TimeSpan.FromSeconds(1));
var app = builder.Build();
app.MapKlotho();
HostEndpoints.Map(app);
LambdaEndpoints.Map(app);
app.Run();
