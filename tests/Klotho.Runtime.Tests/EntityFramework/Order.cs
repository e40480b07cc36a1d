namespace Klotho.Runtime.Tests.EntityFramework;

internal sealed class Order
{
    public int Id { get; set; }

    public string Item { get; set; } = "";
}
