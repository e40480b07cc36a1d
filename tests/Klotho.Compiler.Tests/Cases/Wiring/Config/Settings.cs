using Klotho;

namespace Shop;

public sealed class Settings([Config("page-size")] IConfigValue<int> size, [Config("licence", Secret = true)] IConfigValue<string> licence)
{
    public string Text => $"{size.Value} {licence.Value}";
}
